using Slipway.Protocol.Problems;
using Slipway.Server.Limits;

namespace Slipway.Server.Events;

/// <summary>
/// Limits the concurrent streams of each organisation. A stream stays open while its builds wait, and one organisation must not
/// use up the connections of all others.
/// </summary>
internal sealed class EventPlaces
{
    /// <summary>Maximum number of streams of an organisation in one server process.</summary>
    public const int Most = 256;

    private readonly KeyedPlaces _places = new(Most);

    /// <summary>Takes a place; disposing the result frees it.</summary>
    /// <exception cref="ProblemException">The organisation has all of its places.</exception>
    public IDisposable Take(string organisation) =>
        _places.TryTake(organisation) ??
        throw new ProblemException(ServiceProblems.RateLimited.At("request", $"The organisation follows {Most} streams of events at once.", "End some of them, or poll the status of builds instead."));
}
