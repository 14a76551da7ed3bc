using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Health;

/// <summary>Checks that the database answers and accepts writes.</summary>
internal sealed class DatabaseCheck(Database database) : IHealthCheck
{
    public string Name => "database";

    public string SilenceCode => ServiceProblems.DatabaseUnavailable.Code;

    public async Task<HealthPart> CheckAsync(CancellationToken cancellation)
    {
        try
        {
            return await database.ReadAsync(connection => ExamineAsync(connection, cancellation), cancellation);
        }
        catch (Exception e) when (database.Describe(e, Name) is { } state)
        {
            return HealthPart.Of(Name, HealthStatus.Unhealthy, state);
        }
    }

    private async Task<HealthPart> ExamineAsync(DbConnection connection, CancellationToken cancellation)
    {
        var version = await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT max(version) FROM schema_versions", cancellationToken: cancellation));
        if ((await database.ExamineAsync(connection, Name, cancellation) ?? database.WriteFault) is { } state)
            return HealthPart.Of(Name, HealthStatus.Unhealthy, state);
        if (version > Migrator.Known)
            return new HealthPart(Name, HealthStatus.Degraded, $"{ServiceProblems.SchemaNewer.Title}.", ServiceProblems.SchemaNewer.Code);
        return database.Signals.Lost.IsCompleted
            ? new HealthPart(Name, HealthStatus.Healthy, $"{DatabaseProblems.SignalsLost.Title}.", DatabaseProblems.SignalsLost.Code)
            : new HealthPart(Name, HealthStatus.Healthy, "");
    }
}
