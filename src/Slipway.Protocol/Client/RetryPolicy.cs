using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Retries work after failures that pass, after pauses that grow or when the service says.</summary>
/// <param name="first">The first pause; each one after it is twice as long.</param>
public sealed class RetryPolicy(TimeSpan first)
{
    private const string Advice = "Retry-After";
    private const int Most = 7;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestAdvice = TimeSpan.FromMinutes(1);

    private static readonly HashSet<string> Passing =
    [
        NetworkProblems.Broken.Code, NetworkProblems.TimedOut.Code, NetworkProblems.Unavailable.Code, NetworkProblems.Damaged.Code,
        ServiceProblems.DatabaseUnavailable.Code, ServiceProblems.BlobsUnavailable.Code, ServiceProblems.BodyTooSlow.Code, ServiceProblems.RateLimited.Code,
    ];

    // Before the service was ever reached, these mean a wrong address; afterwards, that the service is restarting.
    private static readonly HashSet<string> PassingLater = [NetworkProblems.Refused.Code, NetworkProblems.Unreachable.Code, NetworkProblems.NameNotResolved.Code, NetworkProblems.ProxyUnreachable.Code];

    /// <summary>Runs work and repeats it while it fails for reasons that pass.</summary>
    /// <param name="connection">Knows whether the service was reached before.</param>
    /// <param name="work">The work; it may run several times.</param>
    /// <param name="cancellation">Cancels the operation.</param>
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

    /// <summary>Returns whether a retry may succeed.</summary>
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

    /// <summary>Returns whether the maximum number of attempts is reached.</summary>
    internal static bool IsEnough(int attempt) => attempt >= Most;

    /// <summary>Stores when the service says to retry.</summary>
    internal static void Advise(ProblemException failure, TimeSpan delay) => failure.Data[Advice] = delay;
}
