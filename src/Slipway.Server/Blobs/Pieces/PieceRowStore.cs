using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Blobs.Pieces;

/// <summary>The rows of the pieces of blobs that have arrived.</summary>
internal sealed class PieceRowStore(Database database)
{
    private const int MostPieces = 1024;

    /// <summary>Returns the pieces of a blob.</summary>
    public Task<ReceivedPieces> FindAsync(string organisation, string sha256, CancellationToken cancellation) =>
        database.ReadAsync(connection => FindAsync(connection, null, organisation, sha256), cancellation);

    /// <summary>Adds a piece; returns all pieces of the blob, and the locations of objects that are no longer needed.</summary>
    /// <exception cref="ProblemException">There are too many pieces, or they announce different lengths of the blob.</exception>
    public async Task<(ReceivedPieces Received, IReadOnlyList<string> Spare)> AddAsync(DbConnection connection, DbTransaction transaction, string organisation, string sha256, PieceRow piece)
    {
        await database.SerialiseAsync(connection, transaction, $"pieces:{organisation}:{sha256}");
        var before = await FindAsync(connection, transaction, organisation, sha256);
        if (before.Rows.Any(row => row.Total != piece.Total))
            throw new ProblemException(ServiceProblems.Invalid.At("Content-Range", $"Other pieces are of a content of {before.Rows[0].Total} bytes."));
        if (before.Rows.Count >= MostPieces)
            throw new ProblemException(ServiceProblems.Invalid.At("Content-Range", $"A content can come in {MostPieces} pieces at most."));
        var same = before.Rows.FirstOrDefault(row => row.StartAt == piece.StartAt);
        if (same?.Size >= piece.Size)
            return (before, [piece.Location]);
        if (same is not null)
            await RemoveAsync(connection, transaction, [same]);
        await connection.ExecuteAsync(
            $"""
            INSERT INTO blob_pieces (organisation_id, sha256, start_at, size, total, location, created_at)
            VALUES (@organisation, @sha256, @StartAt, @Size, @Total, @Location, {database.Now})
            """,
            new { organisation, sha256, piece.StartAt, piece.Size, piece.Total, piece.Location },
            transaction);
        return (await FindAsync(connection, transaction, organisation, sha256), same is null ? [] : [same.Location]);
    }

    /// <summary>Removes pieces.</summary>
    public Task RemoveAsync(IReadOnlyList<PieceRow> pieces, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) => RemoveAsync(connection, transaction, pieces), cancellation);

    /// <inheritdoc cref="RemoveAsync(IReadOnlyList{PieceRow}, CancellationToken)"/>
    public Task RemoveAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<PieceRow> pieces) => connection.ExecuteAsync(
        $"DELETE FROM blob_pieces WHERE {database.In("location", "@locations")}", new { locations = database.List([.. pieces.Select(piece => piece.Location)]) }, transaction);

    private static async Task<ReceivedPieces> FindAsync(DbConnection connection, DbTransaction? transaction, string organisation, string sha256) => new([
        .. await connection.QueryAsync<PieceRow>(
            "SELECT start_at, size, total, location FROM blob_pieces WHERE organisation_id = @organisation AND sha256 = @sha256 ORDER BY start_at", new { organisation, sha256 }, transaction)]);
}
