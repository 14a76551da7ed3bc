using System.Collections.Concurrent;
using System.Net;
using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Problems;
using Slipway.Server.Limits;

namespace Slipway.Server.Diagnostics;

/// <summary>A stream costs little but stays long: a few at a time for each network address.</summary>
internal sealed class StreamPlaces
{
    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a place until it is disposed.</summary>
    /// <exception cref="ProblemException">The address has all of its places.</exception>
    public IDisposable Take(IPAddress? address)
    {
        var network = RequestPartitions.Network(address);
        if (_taken.AddOrUpdate(network, 1, (_, count) => count + 1) <= TestTransfers.StreamsAtOnce)
            return new Place(this, network);
        Leave(network);
        throw new ProblemException(ServerProblems.RateLimited.At("request", $"{TestTransfers.StreamsAtOnce} streams at once come from this network address.", "Wait until one of them has ended."));
    }

    private void Leave(string network)
    {
        if (_taken.AddOrUpdate(network, 0, (_, count) => count - 1) == 0)
            _taken.TryRemove(new KeyValuePair<string, int>(network, 0));
    }

    private sealed class Place(StreamPlaces places, string network) : IDisposable
    {
        public void Dispose() => places.Leave(network);
    }
}
