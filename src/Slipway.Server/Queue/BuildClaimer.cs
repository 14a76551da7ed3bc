using System.Data.Common;
using Dapper;
using Slipway.Server.Store;
using Slipway.Server.Webhooks;
using Slipway.Server.Workers;

namespace Slipway.Server.Queue;

/// <summary>Assigns builds to workers, each build to one worker.</summary>
internal sealed class BuildClaimer(Database database)
{
    /// <summary>How long a lease lasts unless the worker renews it.</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(30);

    private readonly BuildWebhookNotifier _events = new(database);

    /// <summary>The statement that claims a build.</summary>
    /// <remarks>
    /// It finds the lowest turn among the builds that the worker can do and whose organisation runs fewer builds than its limit,
    /// skipping rows that another transaction is about to claim or to cancel.
    /// </remarks>
    public string Statement =>
        $"""
        UPDATE builds
        SET state = 'Leased', status = CASE WHEN status = 'Waiting' THEN 'Validating' ELSE status END, attempt = attempt + 1, lines_received = 0,
            worker_id = @worker, started_at = {database.Now}, lease_until = {database.Now} + @lease
        WHERE key = (
            SELECT b.key FROM builds b
            WHERE b.state = 'Queued' AND {database.In("b.platform", "@platforms")} AND {database.In("b.builder_version", "@versions")}
              AND (CAST(@organisation AS TEXT) IS NULL OR b.organisation_id = @organisation)
              AND b.organisation_id NOT IN (
                SELECT r.organisation_id FROM builds r JOIN organisations o ON o.id = r.organisation_id
                WHERE r.state = 'Leased' GROUP BY r.organisation_id, o.max_running HAVING count(*) >= o.max_running)
            ORDER BY b.turn, b.key LIMIT 1 {database.SkipLocked})
        RETURNING key, organisation_id, application_key, build_key, platform, build_type, request, attempt
        """;

    /// <summary>Claims a build; returns null if there is none for this worker.</summary>
    public async Task<ClaimedBuild?> ClaimAsync(WorkerRow worker, CancellationToken cancellation)
    {
        while (true)
        {
            var (claimed, passed) = await database.WriteAsync((connection, transaction) => TryAsync(connection, transaction, worker), cancellation);
            if (!passed)
                return claimed;
        }
    }

    /// <summary>The parameters of <see cref="Statement"/>.</summary>
    public object Parameters(WorkerRow worker) => new
    {
        worker = worker.Id,
        lease = (long)LeaseDuration.TotalMilliseconds,
        platforms = database.List(worker.Platforms.Split(' ')),
        versions = database.List(worker.BuilderVersions.Split(' ')),
        organisation = worker.OrganisationId,
    };

    // Two concurrent claims for one organisation do not see each other's builds, so each counts again while it holds a lock.
    private async Task<(ClaimedBuild? Claimed, bool Passed)> TryAsync(DbConnection connection, DbTransaction transaction, WorkerRow worker)
    {
        var claimed = await connection.QuerySingleOrDefaultAsync<ClaimedBuild?>(database.OrderedByIndex + Statement, Parameters(worker), transaction);
        if (claimed is null)
            return (null, false);
        await database.SerialiseAsync(connection, transaction, "running:" + claimed.OrganisationId);
        var within = await connection.ExecuteScalarAsync<bool>(
            """
            SELECT (SELECT count(*) FROM builds WHERE state = 'Leased' AND organisation_id = @OrganisationId)
                <= (SELECT max_running FROM organisations WHERE id = @OrganisationId)
            """,
            new { claimed.OrganisationId },
            transaction);
        if (within)
        {
            await _events.EnqueueAsync(connection, transaction, claimed.Key, WebhookEvents.BuildStarted);
            return (claimed, false);
        }

        await connection.ExecuteAsync(
            "UPDATE builds SET state = 'Queued', attempt = attempt - 1, worker_id = NULL, lease_until = NULL WHERE key = @Key", new { claimed.Key }, transaction);
        return (null, true);
    }
}

/// <summary>A build that a worker has just got.</summary>
internal sealed record ClaimedBuild(
    string Key, string OrganisationId, string ApplicationKey, string BuildKey, string Platform, string? BuildType, string Request, long Attempt);
