using System.Data.Common;
using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Builds;

/// <summary>
/// Estimates when builds will end: the median duration of the platform's latest builds, plus one such duration for each round
/// that the current workers need for the builds ahead in the queue.
/// </summary>
internal sealed class FinishEstimates(Database database)
{
    private const int Sample = 21;
    private const long Lately = 60_000;

    /// <summary>Returns times in milliseconds since 1970 by key, without builds that have ended or for which there is no estimate.</summary>
    public async Task<IReadOnlyDictionary<string, long>> OfAsync(IReadOnlyCollection<BuildRow> builds, CancellationToken cancellation)
    {
        var open = builds.Where(build => build.FinishedAt is null).ToList();
        var estimates = new Dictionary<string, long>(StringComparer.Ordinal);
        if (open.Count == 0)
            return estimates;
        await database.ReadAsync(
            async connection =>
            {
                var now = await connection.ExecuteScalarAsync<long>($"SELECT {database.Now}");
                var places = await PlacesAsync(connection, open);
                foreach (var group in open.GroupBy(build => build.Platform))
                    await EstimateAsync(connection, group, now, places, estimates);
                return true;
            },
            cancellation);
        return estimates;
    }

    private async Task EstimateAsync(DbConnection connection, IGrouping<string, BuildRow> builds, long now, Dictionary<string, long> places, Dictionary<string, long> estimates)
    {
        var took = (await connection.QueryAsync<long>(
            "SELECT finished_at - started_at FROM builds WHERE state = 'Succeeded' AND platform = @platform AND started_at IS NOT NULL ORDER BY finished_at DESC LIMIT @Sample",
            new { platform = builds.Key, Sample })).Order().ToList();
        if (took.Count == 0)
            return;
        var median = took[took.Count / 2];
        var slots = await SlotsAsync(connection, builds.Key);
        foreach (var build in builds)
        {
            if (build.State == Queue.BuildState.Leased && build.StartedAt is { } started)
                estimates[build.Key] = Math.Max(now, started + median);
            else if (slots > 0 && places.TryGetValue(build.Key, out var ahead))
                estimates[build.Key] = now + (((ahead / slots) + 1) * median);
        }
    }

    private async Task<Dictionary<string, long>> PlacesAsync(DbConnection connection, List<BuildRow> builds)
    {
        var rows = await connection.QueryAsync<(string Key, long Ahead)>(
            $"""
            SELECT key, ahead FROM (
                SELECT key, row_number() OVER (PARTITION BY platform ORDER BY turn, key) - 1 AS ahead FROM builds WHERE state = 'Queued') waiting
            WHERE {database.In("key", "@keys")}
            """,
            new { keys = database.List([.. builds.Select(build => build.Key)]) });
        return rows.ToDictionary(row => row.Key, row => row.Ahead, StringComparer.Ordinal);
    }

    // LIKE suffices, because the column lists platforms separated by spaces and no platform's name is part of another's.
    private Task<long> SlotsAsync(DbConnection connection, string platform) => connection.ExecuteScalarAsync<long>(
        $"SELECT coalesce(sum(slots), 0) FROM workers WHERE gone_at IS NULL AND seen_at > {database.Now} - {Lately} AND platforms LIKE '%' || @platform || '%'", new { platform });
}
