using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Health;

/// <summary>Does the database answer?</summary>
internal sealed class DatabaseCheck(Database database) : IHealthCheck
{
    public string Name => "database";

    public async Task<HealthPart> CheckAsync(CancellationToken cancellation)
    {
        await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT max(version) FROM schema_versions", cancellationToken: cancellation)), cancellation);
        return new HealthPart(Name, HealthStatus.Healthy, "");
    }
}
