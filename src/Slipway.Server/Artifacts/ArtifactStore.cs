using System.Data.Common;
using Dapper;
using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Artifacts;

/// <summary>Artifacts in the database. A row is visible once its build is complete.</summary>
internal sealed class ArtifactStore(Database database)
{
    private const string Columns = "id, organisation_id, build, kind, name, size, sha256, location";

    /// <summary>Returns a visible artifact; null if there is none with this id.</summary>
    public Task<ArtifactRow?> FindAsync(string id, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<ArtifactRow?>($"SELECT {Columns} FROM artifacts WHERE id = @id AND published = 1", new { id }), cancellation);

    /// <summary>Returns the visible artifacts of builds, ordered by name.</summary>
    public async Task<ILookup<string, ArtifactRow>> OfBuildsAsync(IReadOnlyCollection<string> builds, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<ArtifactRow>(
                $"SELECT {Columns} FROM artifacts WHERE published = 1 AND {database.In("build", "@builds")} ORDER BY kind, name", new { builds = database.List(builds) }),
            cancellation);
        return rows.ToLookup(row => row.Build, StringComparer.Ordinal);
    }

    /// <summary>Returns what an attempt uploaded under a name; null if it has uploaded nothing yet.</summary>
    public static Task<ArtifactRow?> FindAsync(DbConnection connection, DbTransaction? transaction, LeasedBuild build, string kind, string name) => connection.QuerySingleOrDefaultAsync<ArtifactRow?>(
        $"SELECT {Columns} FROM artifacts WHERE build = @Key AND attempt = @Attempt AND kind = @kind AND name = @name", new { build.Key, build.Attempt, kind, name }, transaction);

    /// <summary>
    /// Adds an artifact of an attempt. It replaces what the attempt uploaded under that name before; returns the location of the
    /// replaced object, which is no longer needed.
    /// </summary>
    public async Task<string?> AddAsync(DbConnection connection, DbTransaction transaction, LeasedBuild build, ArtifactRow artifact)
    {
        var before = await FindAsync(connection, transaction, build, artifact.Kind, artifact.Name);
        if (before?.Sha256 == artifact.Sha256)
            return artifact.Location;
        if (before is not null)
            await connection.ExecuteAsync("DELETE FROM artifacts WHERE id = @Id", new { before.Id }, transaction);
        await connection.ExecuteAsync(
            $"""
            INSERT INTO artifacts (id, organisation_id, build, attempt, kind, name, size, sha256, location, created_at, published)
            VALUES (@Id, @OrganisationId, @Build, @Attempt, @Kind, @Name, @Size, @Sha256, @Location, {database.Now}, 0)
            """,
            new { artifact.Id, artifact.OrganisationId, artifact.Build, build.Attempt, artifact.Kind, artifact.Name, artifact.Size, artifact.Sha256, artifact.Location },
            transaction);
        return before?.Location;
    }
}

/// <summary>An artifact in the database.</summary>
internal sealed record ArtifactRow(string Id, string OrganisationId, string Build, string Kind, string Name, long Size, string Sha256, string Location);
