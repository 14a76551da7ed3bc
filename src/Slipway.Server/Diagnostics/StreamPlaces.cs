using System.Net;
using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Problems;
using Slipway.Server.Limits;

namespace Slipway.Server.Diagnostics;

/// <summary>A stream costs little but stays long: a few at a time for each network address.</summary>
internal sealed class StreamPlaces
{
    private readonly KeyedPlaces _places = new(TestTransfers.StreamsAtOnce);

    /// <summary>Takes a place until it is disposed.</summary>
    /// <exception cref="ProblemException">The address has all of its places.</exception>
    public IDisposable Take(IPAddress? address) =>
        _places.TryTake(RequestPartitions.Network(address)) ??
        throw new ProblemException(ServerProblems.RateLimited.At("request", $"{TestTransfers.StreamsAtOnce} streams at once come from this network address.", "Wait until one of them has ended."));
}
