using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Operations;

/// <summary>Foretells when builds will end, from how long earlier ones of the same application and platform took.</summary>
internal sealed class FinishEstimates(Database database)
{
    private const int Sample = 20;

    /// <summary>Times in milliseconds by the key of the build; builds that have ended, or that nothing is known about, are left out.</summary>
    public async Task<IReadOnlyDictionary<string, long>> OfAsync(string organisation, IEnumerable<BuildRow> builds, CancellationToken cancellation)
    {
        var estimates = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var alike in builds.Where(b => b.FinishedAt is null).GroupBy(b => (b.ApplicationKey, b.Platform)))
        {
            var (now, took) = await ReadAsync(organisation, alike.Key.ApplicationKey, alike.Key.Platform, cancellation);
            if (took.Count == 0)
                continue;
            var (wait, run) = (Median(took.Select(t => t.Wait)), Median(took.Select(t => t.Run)));
            foreach (var build in alike)
                estimates[build.Key] = build.StartedAt is { } started ? Math.Max(now, started + run) : Math.Max(now + run, build.CreatedAt + wait + run);
        }

        return estimates;
    }

    private Task<(long Now, IReadOnlyList<BuildDuration> Took)> ReadAsync(string organisation, string application, string platform, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var now = await connection.ExecuteScalarAsync<long>($"SELECT {database.Now}");
            var took = await connection.QueryAsync<BuildDuration>(
                $"""
                SELECT created_at, started_at, finished_at
                FROM builds
                WHERE organisation_id = @organisation AND application_key = @application AND platform = @platform AND state = 'Succeeded'
                  AND started_at IS NOT NULL AND finished_at IS NOT NULL
                ORDER BY created_at DESC LIMIT {Sample}
                """,
                new { organisation, application, platform });
            return (now, (IReadOnlyList<BuildDuration>)[.. took]);
        },
        cancellation);

    private static long Median(IEnumerable<long> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
