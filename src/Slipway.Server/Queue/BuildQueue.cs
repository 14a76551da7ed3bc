using System.Data.Common;
using Dapper;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Queue;

/// <summary>
/// Gives builds their turns by start-time fair queueing: the builds of an organisation stand one turn
/// apart, beginning with the turn that is served now, so that whoever wants one build waits for at most one of each other
/// organisation, however many those want. A higher priority goes before builds of the same organisation only.
/// </summary>
internal sealed class BuildQueue(Database database)
{
    /// <summary>The topic that tells of builds that can be claimed.</summary>
    public const string Topic = "queue";

    /// <summary>The topic of all that happens to a build.</summary>
    public static string TopicOf(string build) => "build:" + build;

    /// <summary>Wakes up the workers that wait for builds.</summary>
    public void Announce() => database.Signals.Publish(Topic);

    /// <summary>Adds a build to the queue. Tell <see cref="Announce"/> after the commit.</summary>
    /// <returns>The build's key.</returns>
    public async Task<string> AddAsync(DbConnection connection, DbTransaction transaction, Caller caller, QueuedBuild build)
    {
        var key = Guid.CreateVersion7().ToString();
        var values = new DynamicParameters(build);
        values.AddDynamicParams(new
        {
            key,
            caller.Organisation,
            turn = await TurnAsync(connection, transaction, caller.Organisation, build.Priority),
            caller.Requester,
            through = caller.Through?.Id,
            throughName = caller.Through?.Name,
        });
        await connection.ExecuteAsync(
            $"""
            INSERT INTO builds (key, organisation_id, state, status, turn, attempt, created_at, message_count, requested_by, requested_through, requested_through_name,
                {QueuedBuild.Columns})
            VALUES (@key, @Organisation, 'Queued', 'Waiting', @turn, 0, {database.Now}, 0, @Requester, @through, @throughName,
                {QueuedBuild.Values})
            """,
            values,
            transaction);
        return key;
    }

    private async Task<long> TurnAsync(DbConnection connection, DbTransaction transaction, string organisation, long priority)
    {
        await database.SerialiseAsync(connection, transaction, "turns:" + organisation);
        var now = await connection.QuerySingleAsync<Turns>(
            """
            SELECT coalesce((SELECT min(turn) FROM builds WHERE state = 'Queued'), (SELECT max(turn) FROM builds), 0) AS served,
                (SELECT max(turn) FROM builds WHERE state = 'Queued' AND organisation_id = @organisation) AS last,
                (SELECT min(turn) FROM builds WHERE state = 'Queued' AND organisation_id = @organisation AND priority < @priority) AS lesser
            """,
            new { organisation, priority },
            transaction);
        if (now.Lesser is not { } place)
            return Math.Max(now.Served, now.Last + 1 ?? 0);
        await connection.ExecuteAsync(
            "UPDATE builds SET turn = turn + 1 WHERE state = 'Queued' AND organisation_id = @organisation AND priority < @priority",
            new { organisation, priority },
            transaction);
        return place;
    }

    private sealed record Turns
    {
        public long Served { get; init; }

        public long? Last { get; init; }

        public long? Lesser { get; init; }
    }
}
