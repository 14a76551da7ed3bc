using Dapper;
using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Install;

/// <summary>Reads the packages that devices can install from the database.</summary>
internal sealed class InstallStore(Database database)
{
    private const string Select =
        $"""
        SELECT a.id, a.name, a.size, a.sha256, a.location, a.organisation_id, b.platform, b.build_type, p.name AS application, b.app_identifier, b.version_number, b.version_code, b.outcome
        FROM artifacts a JOIN builds b ON b.key = a.build JOIN applications p ON p.key = b.application_key
        WHERE a.published = 1 AND a.kind = '{ArtifactKind.Binary}' AND b.state = '{BuildState.Succeeded}'
        """;

    /// <summary>Returns the packages of a build, ordered by name; null if the organisation has no such build.</summary>
    public Task<IReadOnlyList<InstallableRow>?> OfBuildAsync(string organisation, string build, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            if (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM builds WHERE key = @build AND organisation_id = @organisation", new { organisation, build }) == 0)
                return null;
            return (IReadOnlyList<InstallableRow>?)(await connection.QueryAsync<InstallableRow>($"{Select} AND b.key = @build AND b.organisation_id = @organisation ORDER BY a.name", new { organisation, build })).AsList();
        },
        cancellation);

    /// <summary>Returns the package of a signed address; null if the package was removed, or if the link or the token behind the address has ended.</summary>
    public Task<InstallableRow?> FindAsync(string artifact, Guid origin, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<InstallableRow?>(
            $"""
            {Select} AND a.id = @artifact AND ({(origin == Guid.Empty ? "1 = 1" : TokenStore.Stands("@origin"))}
                OR EXISTS (SELECT 1 FROM install_links l WHERE l.id = @origin AND l.artifact_id = a.id AND l.withdrawn_at IS NULL AND (l.token_id IS NULL OR {TokenStore.Stands("l.token_id")})))
            """,
            new { artifact, origin = origin.ToString() }),
        cancellation);
}
