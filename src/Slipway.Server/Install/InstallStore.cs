using Dapper;
using Slipway.Protocol.Builds;
using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Install;

/// <summary>Packages that devices can install, in the database.</summary>
internal sealed class InstallStore(Database database)
{
    private const string Select =
        $"""
        SELECT a.id, a.name, a.size, a.sha256, a.location, a.organisation_id, b.platform, b.build_type, p.name AS application, b.app_identifier, b.version_number, b.version_code, b.outcome
        FROM artifacts a JOIN builds b ON b.key = a.build JOIN applications p ON p.key = b.application_key
        WHERE a.published = 1 AND a.kind = '{ArtifactKind.Binary}' AND b.state = '{BuildState.Succeeded}'
        """;

    /// <summary>The packages of a build, in the order of their names; null when the organisation has no such build.</summary>
    public Task<IReadOnlyList<InstallableRow>?> OfBuildAsync(string organisation, string build, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            if (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM builds WHERE key = @build AND organisation_id = @organisation", new { organisation, build }) == 0)
                return null;
            return (IReadOnlyList<InstallableRow>?)(await connection.QueryAsync<InstallableRow>($"{Select} AND b.key = @build AND b.organisation_id = @organisation ORDER BY a.name", new { organisation, build })).AsList();
        },
        cancellation);

    /// <summary>A package by the id that a signed address had; null when it was removed.</summary>
    public Task<InstallableRow?> FindAsync(string artifact, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<InstallableRow?>($"{Select} AND a.id = @artifact", new { artifact }), cancellation);
}
