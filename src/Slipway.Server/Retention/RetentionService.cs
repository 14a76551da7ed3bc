using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Retention;

/// <summary>Runs the clean-up periodically, on one server at a time.</summary>
internal sealed partial class RetentionService(RetentionRun run, ExclusiveTasks chores, Database database, TimeProvider time, ILogger<RetentionService> log) : BackgroundService
{
    private const string Name = "retention";
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                if (await chores.TryBeginAsync(Name, Longest, stoppingToken))
                    await RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Tell(e);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        // Another server may start after that time, so this run must have ended.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        end.CancelAfter(Longest);
        try
        {
            var report = await run.RunAsync(end.Token);
            if (!report.IsEmpty)
                Done(report.Builds, report.Revisions, report.Uploads, report.Blobs, report.Orphans);
            foreach (var location in report.Missing)
                Missing(location);
            foreach (var failure in report.Failures.DistinctBy(failure => failure.Message))
                Tell(failure);
        }
        finally
        {
            await chores.EndAsync(Name, Pause, CancellationToken.None);
        }
    }

    // Known problems are logged without a stack trace.
    private void Tell(Exception failure)
    {
        var state = failure is ProblemException known ? OperatorFaultException.Of(known) : database.Describe(failure, "database");
        if (state is null)
            Failed(failure, failure.Message);
        else
            Failed(null, $"{state.Code} {state.Kind.Title}: {state.Message}");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Builds} builds, {Revisions} revisions, {Uploads} unfinished uploads, {Blobs} blobs and {Orphans} objects without a row")]
    private partial void Done(int builds, int revisions, int uploads, int blobs, int orphans);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store lacks the object {Location}, which a row names")]
    private partial void Missing(string location);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot remove what is no longer needed: {Reason}")]
    private partial void Failed(Exception? failure, string reason);
}

/// <summary>Periodic work that one server at a time does for all: the first server that claims a chore in the database has it for a limited time.</summary>
internal sealed class ExclusiveTasks(Database database)
{
    /// <summary>Claims a chore; returns false while another server has it.</summary>
    public Task<bool> TryBeginAsync(string name, TimeSpan most, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(
            $"""
            INSERT INTO chores (name, until_at) VALUES (@name, {database.Now} + @most)
            ON CONFLICT (name) DO UPDATE SET until_at = {database.Now} + @most WHERE chores.until_at < {database.Now}
            """,
            new { name, most = (long)most.TotalMilliseconds },
            transaction) > 0,
        cancellation);

    /// <summary>Releases a chore, so that another server can claim it after a pause.</summary>
    public Task EndAsync(string name, TimeSpan pause, CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync($"UPDATE chores SET until_at = {database.Now} + @pause WHERE name = @name", new { name, pause = (long)pause.TotalMilliseconds }, transaction),
        cancellation);
}
