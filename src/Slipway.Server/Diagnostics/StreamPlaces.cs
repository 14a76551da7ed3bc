using System.Net;
using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Problems;
using Slipway.Server.Limits;

namespace Slipway.Server.Diagnostics;

/// <summary>Limits the concurrent test streams of each network address, because a stream stays open for a long time.</summary>
internal sealed class StreamPlaces
{
    private readonly KeyedPlaces _places = new(DiagnosticTransferLimits.StreamsAtOnce);

    /// <summary>Takes a place; disposing the result frees it.</summary>
    /// <exception cref="ProblemException">The address has all of its places.</exception>
    public IDisposable Take(IPAddress? address) =>
        _places.TryTake(RequestPartitions.Network(address)) ??
        throw new ProblemException(ServiceProblems.RateLimited.At("request", $"{DiagnosticTransferLimits.StreamsAtOnce} streams at once come from this network address.", "Wait until one of them has ended."));
}
