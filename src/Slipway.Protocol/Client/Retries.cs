using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Tries again what failed for reasons that pass: each time after a longer pause, or when the service says.</summary>
/// <param name="first">The first pause; each one after it is twice as long.</param>
public sealed class Retries(TimeSpan first)
{
    private const string Advice = "Retry-After";
    private const int Most = 7;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestAdvice = TimeSpan.FromMinutes(1);

    private static readonly HashSet<string> Passing =
    [
        NetworkProblems.Broken.Code, NetworkProblems.TimedOut.Code, NetworkProblems.Unavailable.Code, NetworkProblems.Damaged.Code,
        ServerProblems.DatabaseUnavailable.Code, ServerProblems.BlobsUnavailable.Code, ServerProblems.BodyTooSlow.Code, ServerProblems.RateLimited.Code,
    ];

    // Before the first contact these mean that the address is wrong; afterwards, that the service is being restarted.
    private static readonly HashSet<string> PassingLater = [NetworkProblems.Refused.Code, NetworkProblems.Unreachable.Code, NetworkProblems.NameNotResolved.Code, NetworkProblems.ProxyUnreachable.Code];

    /// <summary>Does work, again and again while what hinders it passes.</summary>
    /// <param name="connection">Knows whether the service was reached before.</param>
    /// <param name="work">May be done several times.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<T> RunAsync<T>(ServiceConnection connection, Func<Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (ProblemException e) when (attempt < Most && Passes(connection, e))
            {
                await PauseAsync(attempt, e, cancellation);
            }
        }
    }

    /// <summary>May it go well when it is tried again?</summary>
    internal static bool Passes(ServiceConnection connection, ProblemException failure) =>
        failure.Problems.FirstOrDefault(p => p.Severity == Severity.Error)?.Code is { } code
        && (code == NetworkProblems.TimedOut.Code ? connection.Reached : Passing.Contains(code) || (connection.Reached && PassingLater.Contains(code)));

    /// <summary>Waits before the next attempt.</summary>
    internal Task PauseAsync(int attempt, ProblemException failure, CancellationToken cancellation)
    {
        var pause = failure.Data[Advice] is TimeSpan advised
            ? TimeSpan.FromTicks(Math.Min(advised.Ticks, LongestAdvice.Ticks))
            : TimeSpan.FromTicks(Math.Min(first.Ticks << (attempt - 1), Longest.Ticks));
        return Task.Delay(pause * (1 + (Random.Shared.NextDouble() / 4)), cancellation);
    }

    /// <summary>How often is enough?</summary>
    internal static bool IsEnough(int attempt) => attempt >= Most;

    /// <summary>Keeps the service's word on when to try again.</summary>
    internal static void Advise(ProblemException failure, TimeSpan delay) => failure.Data[Advice] = delay;
}
