using System.Data.Common;
using Dapper;
using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Artifacts;

/// <summary>What builds made, in the database. A row is visible once its build is complete.</summary>
internal sealed class ArtifactStore(Database database)
{
    private const string Columns = "id, organisation_id, build, kind, name, size, sha256, location";

    /// <summary>One that is visible; null when there is none such.</summary>
    public Task<ArtifactRow?> FindAsync(string id, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<ArtifactRow?>($"SELECT {Columns} FROM artifacts WHERE id = @id AND published = 1", new { id }), cancellation);

    /// <summary>Those of builds that are visible, in the order of their names.</summary>
    public async Task<ILookup<string, ArtifactRow>> OfBuildsAsync(IReadOnlyCollection<string> builds, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<ArtifactRow>(
                $"SELECT {Columns} FROM artifacts WHERE published = 1 AND {database.In("build", "@builds")} ORDER BY kind, name", new { builds = database.List(builds) }),
            cancellation);
        return rows.ToLookup(row => row.Build, StringComparer.Ordinal);
    }

    /// <summary>What an attempt uploaded under a name; null when that is nothing yet.</summary>
    public static Task<ArtifactRow?> FindAsync(DbConnection connection, DbTransaction? transaction, LeasedBuild build, string kind, string name) => connection.QuerySingleOrDefaultAsync<ArtifactRow?>(
        $"SELECT {Columns} FROM artifacts WHERE build = @Key AND attempt = @Attempt AND kind = @kind AND name = @name", new { build.Key, build.Attempt, kind, name }, transaction);

    /// <summary>Adds what an attempt uploaded, in place of what it uploaded under that name before; gives the location of the object that is not needed any more.</summary>
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
