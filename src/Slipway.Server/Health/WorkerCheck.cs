using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Health;

/// <summary>Checks that a worker was seen recently. Without one, builds are accepted but wait.</summary>
internal sealed class WorkerCheck(Database database) : IHealthCheck
{
    // Workers ask for builds at least every 25 seconds and renew leases every 10.
    private const long LatelyMilliseconds = 90_000;

    public string Name => "workers";

    public async Task<HealthPart> CheckAsync(CancellationToken cancellation)
    {
        var seen = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(new CommandDefinition(
                $"SELECT count(*) FROM workers WHERE gone_at IS NULL AND seen_at > {database.Now} - @LatelyMilliseconds", new { LatelyMilliseconds }, cancellationToken: cancellation)),
            cancellation);
        return seen > 0
            ? new HealthPart(Name, HealthStatus.Healthy, "")
            : new HealthPart(Name, HealthStatus.Degraded, "No worker has been seen lately; builds wait.");
    }
}
