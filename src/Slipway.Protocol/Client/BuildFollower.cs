using System.Runtime.CompilerServices;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>
/// Follows builds until they end. After a broken connection it asks for the events that it has not received; because a proxy may hold
/// events back, it also asks for the build itself from time to time.
/// </summary>
/// <param name="connection">Connection to the service.</param>
/// <param name="retries">Retries calls after failures that pass.</param>
public sealed class BuildFollower(ServiceConnection connection, RetryPolicy retries)
{
    private readonly BuildApi _builds = new(connection);
    private readonly Dictionary<Guid, long> _seen = [];
    private readonly Dictionary<Guid, BuildStatus> _status = [];
    private readonly HashSet<Guid> _ended = [];

    /// <summary>Returns the events of builds, each once, until all builds have ended.</summary>
    /// <param name="keys">The builds.</param>
    /// <param name="first">Events of a connection that is already open; null to open one.</param>
    /// <param name="cancellation">Stops following; the builds go on.</param>
    /// <exception cref="ProblemException">The service stays unreachable.</exception>
    public async IAsyncEnumerable<BuildEvent> FollowAsync(IReadOnlyList<Guid> keys, IAsyncEnumerator<BuildEvent>? first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var events = first;
        var attempt = 0;
        try
        {
            while (keys.FirstOrDefault(key => !_ended.Contains(key)) is var next && next != Guid.Empty)
            {
                events ??= _builds.EventsAsync(next, _seen.GetValueOrDefault(next), cancellation).GetAsyncEnumerator(cancellation);
                var (news, failure) = await NextAsync(events);
                if (news is not null)
                {
                    if (!IsNew(news))
                        continue;
                    attempt = 0;
                    yield return news;
                    continue;
                }

                await events.DisposeAsync();
                events = null;
                if (++attempt > 1 && await LookAsync(next, failure, attempt, cancellation) is { } ended && _ended.Add(next))
                    yield return new BuildEvent.Ended(ended);
            }
        }
        finally
        {
            if (events is not null)
                await events.DisposeAsync();
        }
    }

    private async Task<(BuildEvent? News, ProblemException? Failure)> NextAsync(IAsyncEnumerator<BuildEvent> events)
    {
        try
        {
            return (await events.MoveNextAsync() ? events.Current : null, null);
        }
        catch (ProblemException e) when (RetryPolicy.Passes(connection, e))
        {
            return (null, e);
        }
    }

    // If no event came twice in a row, ask for the build itself: something on the way may hold events back.
    private async Task<BuildDescription?> LookAsync(Guid key, ProblemException? failure, int attempt, CancellationToken cancellation)
    {
        if (RetryPolicy.IsEnough(attempt) && failure is not null && failure.Problems[0].Code != NetworkProblems.TimedOut.Code)
            throw failure;
        await retries.PauseAsync(Math.Min(attempt, 6), failure ?? new ProblemException([]), cancellation);
        try
        {
            var build = await _builds.ShowAsync(key, cancellation);
            return build.Status is BuildStatus.Finished or BuildStatus.Error ? build : null;
        }
        catch (ProblemException e) when (RetryPolicy.Passes(connection, e) && !RetryPolicy.IsEnough(attempt))
        {
            return null;
        }
    }

    private bool IsNew(BuildEvent news)
    {
        switch (news)
        {
            case BuildEvent.Logged { Message: var message }:
                if (message.Seq <= _seen.GetValueOrDefault(message.Build))
                    return false;
                _seen[message.Build] = message.Seq;
                return true;
            case BuildEvent.Moved { Change: var change }:
                return !_status.TryGetValue(change.Build, out var before) | (_status[change.Build] = change.Status) != before;
            case BuildEvent.Ended { Build: var build }:
                return _ended.Add(build.Key);
            default:
                return false;
        }
    }
}
