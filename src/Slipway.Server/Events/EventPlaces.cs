using Slipway.Protocol.Problems;
using Slipway.Server.Limits;

namespace Slipway.Server.Events;

/// <summary>A stream of events stays as long as a build waits: one organisation must not take the connections of all others with them.</summary>
internal sealed class EventPlaces
{
    /// <summary>Streams of an organisation that one server process keeps open.</summary>
    public const int Most = 256;

    private readonly KeyedPlaces _places = new(Most);

    /// <summary>Takes a place until it is disposed.</summary>
    /// <exception cref="ProblemException">The organisation has all of its places.</exception>
    public IDisposable Take(string organisation) =>
        _places.TryTake(organisation) ??
        throw new ProblemException(ServerProblems.RateLimited.At("request", $"The organisation follows {Most} streams of events at once.", "End some of them, or ask for the status of builds now and then."));
}
