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

/// <summary>A package of a successful build, with the facts that its page shows.</summary>
internal sealed record InstallableRow(
    string Id,
    string Name,
    long Size,
    string Sha256,
    string Location,
    string OrganisationId,
    string Platform,
    string? BuildType,
    string Application,
    string? AppIdentifier,
    string? VersionNumber,
    long? VersionCode,
    string? Outcome);

/// <summary>Decides which packages devices can install from a page: APKs, and IPAs that are not for the store or the simulator.</summary>
internal static class InstallableKind
{
    public const string Apk = ".apk";
    public const string Ipa = ".ipa";

    /// <summary>Returns whether devices can install a package.</summary>
    /// <param name="name">Name of the package.</param>
    /// <param name="buildType">Its build type, a name of <see cref="MobileBuildType"/>.</param>
    public static bool Has(string name, string? buildType) => Path.GetExtension(name) switch
    {
        Apk => true,
        Ipa => buildType is nameof(MobileBuildType.Development) or nameof(MobileBuildType.Adhoc) or nameof(MobileBuildType.InHouse),
        _ => false,
    };

    /// <summary>Returns whether devices can install a package from an address; iOS accepts only https.</summary>
    public static bool IsReachable(string name, Uri address) => Path.GetExtension(name) != Ipa || address.Scheme == Uri.UriSchemeHttps;
}
