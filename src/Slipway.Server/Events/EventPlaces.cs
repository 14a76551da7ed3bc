using System.Collections.Concurrent;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Events;

/// <summary>A stream of events stays as long as a build waits: one organisation must not take the connections of all others with them.</summary>
internal sealed class EventPlaces
{
    /// <summary>Streams of an organisation that one server process keeps open.</summary>
    public const int Most = 256;

    private readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a place until it is disposed.</summary>
    /// <exception cref="ProblemException">The organisation has all of its places.</exception>
    public IDisposable Take(string organisation)
    {
        if (_taken.AddOrUpdate(organisation, 1, (_, count) => count + 1) <= Most)
            return new Place(this, organisation);
        Leave(organisation);
        throw new ProblemException(ServerProblems.RateLimited.At("request", $"The organisation follows {Most} streams of events at once.", "End some of them, or ask for the status of builds now and then."));
    }

    private void Leave(string organisation)
    {
        if (_taken.AddOrUpdate(organisation, 0, (_, count) => count - 1) == 0)
            _taken.TryRemove(new KeyValuePair<string, int>(organisation, 0));
    }

    private sealed class Place(EventPlaces places, string organisation) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (_left)
                return;
            _left = true;
            places.Leave(organisation);
        }
    }
}
