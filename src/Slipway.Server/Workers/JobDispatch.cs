using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Server.Access;
using Slipway.Server.Builds;
using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Workers;

/// <summary>Finds builds for waiting workers.</summary>
internal sealed class JobDispatch(Database database, BuildClaimer claims, JobComposer composer, BuildTransitions ending, IHostApplicationLifetime lifetime, TimeProvider time)
{
    // Polls as well, because a signal can be lost while the connection to the database is broken.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Waits for a build that the worker can do; returns null after the timeout, or when the server stops.</summary>
    public async Task<WorkerJob?> WaitAsync(Caller caller, WorkerRow worker, TimeSpan most, CancellationToken cancellation)
    {
        var begin = time.GetTimestamp();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        using var listener = database.Signals.Listen(BuildQueue.Topic);
        while (!end.IsCancellationRequested)
        {
            var signal = listener.Next();
            if (await claims.ClaimAsync(worker, cancellation) is { } build)
            {
                if (await PrepareAsync(caller, worker, build, cancellation) is { } job)
                    return job;
                continue;
            }

            var left = most - time.GetElapsedTime(begin);
            if (left <= TimeSpan.Zero)
                return null;
            await Task.WhenAny(SignalBus.WaitAsync(signal, left < Look ? left : Look, end.Token));
        }

        cancellation.ThrowIfCancellationRequested();
        return null;
    }

    // The worker may disconnect between the claim and the answer. Then the build is not lost, but returns to the queue.
    private async Task<WorkerJob?> PrepareAsync(Caller caller, WorkerRow worker, ClaimedBuild build, CancellationToken cancellation)
    {
        database.Signals.Publish(BuildQueue.TopicOf(build.Key));
        try
        {
            var job = await composer.ComposeAsync(caller, worker, build, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return job;
        }
        catch (ProblemException e) when (e is not OperatorFaultException && e.Problems[0].Blame != Blame.Network)
        {
            await EndAsync(build, (connection, transaction) => ending.EndAsync(connection, transaction, build.Key, BuildState.Failed, RecordedOutcome.Of(e.Problems)));
            return null;
        }
        catch (OperationCanceledException)
        {
            await EndAsync(build, (connection, transaction) => ending.RequeueAsync(connection, transaction, build.Key, $"Attempt {build.Attempt} did not reach its worker."));
            throw;
        }
        catch (Exception e)
        {
            // Otherwise a build that cannot be prepared would be claimed forever, ahead of all others.
            var outcome = e is ProblemException known ? RecordedOutcome.Of(known.Problems) : null;
            await EndAsync(build, (connection, transaction) => ending.LoseAsync(connection, transaction, build.Key, $"Attempt {build.Attempt} could not be prepared.", outcome));
            throw;
        }
    }

    private async Task EndAsync(ClaimedBuild build, Func<DbConnection, DbTransaction, Task> end)
    {
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (await LeaseStore.LockAsync(connection, transaction, build) is not { } held)
                return;
            await (held.CancelRequested ? ending.CancelAsync(connection, transaction, build.Key) : end(connection, transaction));
        });
        ending.Announce(build.Key);
    }
}
