using System.Data.Common;
using System.Text.Json;
using Dapper;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;
using Slipway.Server.Store;

namespace Slipway.Server.Revisions;

/// <summary>Revisions in the database; their manifests are blobs like any other.</summary>
internal sealed class RevisionStore(Database database, IBlobStore blobs, BlobRowStore catalogue)
{
    private const string Columns = "build_key, application_key, revision, kind, manifest_sha256, file_count, total_size, created_at, created_by";

    /// <summary>Returns a revision by its id; null if the organisation has none.</summary>
    public static Task<RevisionRow?> FindAsync(DbConnection connection, DbTransaction? transaction, string organisation, string buildKey) =>
        connection.QuerySingleOrDefaultAsync<RevisionRow?>(
            $"SELECT {Columns} FROM revisions WHERE organisation_id = @organisation AND build_key = @buildKey", new { organisation, buildKey }, transaction);

    /// <inheritdoc cref="FindAsync(DbConnection, DbTransaction?, string, string)"/>
    public Task<RevisionRow?> FindAsync(string organisation, string buildKey, CancellationToken cancellation) =>
        database.ReadAsync(connection => FindAsync(connection, null, organisation, buildKey), cancellation);

    /// <summary>Returns a page of an application's revisions, the newest first, and one more row.</summary>
    public Task<IEnumerable<RevisionRow>> ListAsync(string organisation, string application, Paging page, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryAsync<RevisionRow>(
            $"SELECT {Columns} FROM revisions WHERE organisation_id = @organisation AND application_key = @application ORDER BY revision DESC LIMIT @Take OFFSET @Offset", new { organisation, application, page.Take, page.Offset }),
        cancellation);

    /// <summary>Returns the revision of an application with exactly these files, or creates one with the next number.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction on that connection.</param>
    /// <param name="organisation">The organisation that owns it.</param>
    /// <param name="revision">The revision; this method assigns its id and number.</param>
    public async Task<RevisionRow> EnsureAsync(DbConnection connection, DbTransaction transaction, string organisation, RevisionRow revision)
    {
        await database.SerialiseAsync(connection, transaction, "revisions:" + revision.ApplicationKey);
        var same = await connection.QueryFirstOrDefaultAsync<RevisionRow?>(
            $"SELECT {Columns} FROM revisions WHERE application_key = @ApplicationKey AND manifest_sha256 = @ManifestSha256 ORDER BY revision DESC",
            new { revision.ApplicationKey, revision.ManifestSha256 },
            transaction);
        if (same is not null)
            return same;
        var last = await connection.ExecuteScalarAsync<long?>("SELECT max(revision) FROM revisions WHERE application_key = @ApplicationKey", new { revision.ApplicationKey }, transaction);
        var made = revision with { BuildKey = Guid.CreateVersion7().ToString(), Revision = (last ?? 0) + 1 };
        await connection.ExecuteAsync(
            $"""
            INSERT INTO revisions (build_key, organisation_id, application_key, revision, kind, manifest_sha256, file_count, total_size, created_at, created_by)
            VALUES (@BuildKey, @organisation, @ApplicationKey, @Revision, @Kind, @ManifestSha256, @FileCount, @TotalSize, {database.Now}, @CreatedBy)
            """,
            new { made.BuildKey, organisation, made.ApplicationKey, made.Revision, made.Kind, made.ManifestSha256, made.FileCount, made.TotalSize, made.CreatedBy },
            transaction);
        return made;
    }

    /// <summary>Returns the files of a revision.</summary>
    /// <exception cref="ProblemException">The store does not have the manifest.</exception>
    public async Task<RevisionManifest> ManifestAsync(string organisation, string manifestSha256, CancellationToken cancellation)
    {
        if (await catalogue.FindAsync(organisation, manifestSha256, cancellation) is { } row && await blobs.OpenAsync(row.Location, 0, row.Size, cancellation) is { } stream)
        {
            await using (stream)
                return await ManifestBytes.ReadAsync(stream, cancellation);
        }

        throw new ProblemException(ServiceProblems.BlobsUnavailable.At("revision", "The list of the revision's files cannot be read."));
    }
}

/// <summary>Serialises manifests for the blob store. The same files always give the same bytes.</summary>
internal sealed record ManifestBytes(byte[] Bytes, string Sha256)
{
    /// <summary>Writes a manifest, ordered by path.</summary>
    public static ManifestBytes Of(RevisionManifest manifest)
    {
        var ordered = manifest with { Files = [.. manifest.Files.OrderBy(file => file.Path, StringComparer.Ordinal)] };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(ordered, JsonSerializerOptions.Web);
        return new ManifestBytes(bytes, Sha256Text.Of(bytes));
    }

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    public static async Task<RevisionManifest> ReadAsync(Stream stream, CancellationToken cancellation) =>
        await JsonSerializer.DeserializeAsync<RevisionManifest>(stream, JsonSerializerOptions.Web, cancellation) ?? throw new InvalidDataException("A manifest is empty.");
}
