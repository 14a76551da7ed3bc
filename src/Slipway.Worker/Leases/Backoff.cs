using Slipway.Protocol.Client;

namespace Slipway.Worker.Leases;

/// <summary>Pauses between tries: each twice as long as the one before, shortened at random so that workers that lost a service do not all come back at once.</summary>
/// <param name="first">The longest that the first pause can be.</param>
/// <param name="most">The longest that any pause can be.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan most)
{
    private const int MostDoublings = 20;
    private int _failures;

    /// <summary>The pause after a failure.</summary>
    /// <param name="failure">May say how long the service wants to be left alone.</param>
    public TimeSpan Next(ServiceUnavailableException? failure = null)
    {
        var longest = first * (1 << Math.Min(_failures++, MostDoublings));
        var pause = (longest < most ? longest : most) * (0.5 + (Random.Shared.NextDouble() / 2));
        return failure?.RetryAfter is { } asked && asked > pause ? (asked < most ? asked : most) : pause;
    }

    /// <summary>It worked: the next failure is the first again.</summary>
    public void Reset() => _failures = 0;
}
