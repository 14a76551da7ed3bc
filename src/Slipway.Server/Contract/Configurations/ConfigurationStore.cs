using System.Data.Common;
using Dapper;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Configurations;

/// <summary>Configurations in the database.</summary>
internal sealed class ConfigurationStore(Database database)
{
    /// <summary>Returns the configuration for a platform; null if there is none.</summary>
    public static async Task<BuildConfiguration?> FindAsync(DbConnection connection, DbTransaction? transaction, ApplicationInEnvironment subject, MobilePlatform platform)
    {
        var row = await connection.QuerySingleOrDefaultAsync<ConfigurationRow?>(
            """
            SELECT settings, updated_at FROM configurations
            WHERE organisation_id = @Organisation AND environment_key = @Environment AND application_key = @Application AND platform = @platform
            """,
            new { subject.Organisation, subject.Environment, subject.Application, platform = EnumText.NameOf(platform) },
            transaction);
        return row is null ? null : BuildConfiguration.Parse(row.Settings, row.UpdatedAt);
    }

    /// <summary>Stores a configuration and replaces the previous one.</summary>
    public Task SaveAsync(DbConnection connection, DbTransaction transaction, ApplicationInEnvironment subject, MobilePlatform platform, BuildConfiguration configuration) => connection.ExecuteAsync(
        $"""
        INSERT INTO configurations (environment_key, application_key, platform, organisation_id, settings, created_at, updated_at)
        VALUES (@Environment, @Application, @platform, @Organisation, @settings, {database.Now}, {database.Now})
        ON CONFLICT (environment_key, application_key, platform) DO UPDATE SET settings = excluded.settings, updated_at = excluded.updated_at
        """,
        new { subject.Organisation, subject.Environment, subject.Application, platform = EnumText.NameOf(platform), settings = configuration.ToJson() },
        transaction);
}

/// <summary>A configuration in the database.</summary>
internal sealed record ConfigurationRow(string Settings, long UpdatedAt);
