using Slipway.Protocol.Problems;
using Slipway.Protocol.Streams;
using Slipway.Server.Store;

namespace Slipway.Server.Blobs.Pieces;

/// <summary>Receives the pieces of blobs in any order and in parallel, and assembles a blob when all its pieces have arrived.</summary>
internal sealed class PieceReceiver(Database database, IBlobStore store, PieceRowStore catalogue, BlobRowStore blobs, BlobReceiver keeper, StorageQuota quota, ServerOptions options)
{
    /// <summary>Stores a piece.</summary>
    /// <returns>The pieces that have arrived; null if the blob is complete.</returns>
    /// <exception cref="ProblemException">The piece or the assembled blob does not match its announced length or hash.</exception>
    public async Task<ReceivedPieces?> KeepAsync(string organisation, string sha256, PieceRange range, Stream body, CancellationToken cancellation)
    {
        using var space = await quota.ReserveAsync(organisation, StorageQuota.CostOf(range.Length), cancellation);
        await using var content = new VerifiedStream(body, options.Contents.LargestFile, sha256: null, range.Length);
        var location = BlobLocation.ForPiece(organisation, sha256);
        await store.PutAsync(location, content, cancellation);
        var received = await AddAsync(organisation, sha256, new PieceRow(range.First, range.Length, range.Total, location), cancellation);
        space.Keep();
        if (!received.Complete)
            return received;
        await JoinAsync(organisation, sha256, received, cancellation);
        return null;
    }

    private async Task<ReceivedPieces> AddAsync(string organisation, string sha256, PieceRow piece, CancellationToken cancellation)
    {
        try
        {
            var (received, spare) = await database.WriteAsync(
                (connection, transaction) => quota.WithinAsync(connection, transaction, organisation, () => catalogue.AddAsync(connection, transaction, organisation, sha256, piece)),
                cancellation);
            await keeper.DiscardAsync(spare);
            return received;
        }
        catch (ProblemException)
        {
            await keeper.DiscardAsync([piece.Location]);
            throw;
        }
    }

    // If the last two pieces arrive at once, both requests assemble the blob, and the later one finds that it already exists.
    private async Task JoinAsync(string organisation, string sha256, ReceivedPieces received, CancellationToken cancellation)
    {
        try
        {
            await using var whole = new PieceStream(store, received);
            var stored = await keeper.StoreAsync(organisation, sha256, whole, received.Rows[0].Total, cancellation);
            await keeper.AddAsync(organisation, [stored], cancellation, (connection, transaction) => catalogue.RemoveAsync(connection, transaction, received.Rows));
        }
        catch (ProblemException e) when (e.Problems[0].Kind == ServiceProblems.ContentMismatch)
        {
            await DropAsync(received);
            throw;
        }
        catch (ProblemException e) when (e.Problems[0].Kind == ServiceProblems.BlobsUnavailable)
        {
            if (await blobs.FindAsync(organisation, sha256, cancellation) is null)
                throw;
        }

        await DropAsync(received);
    }

    private async Task DropAsync(ReceivedPieces received)
    {
        await catalogue.RemoveAsync(received.Rows, CancellationToken.None);
        await keeper.DiscardAsync([.. received.Rows.Select(row => row.Location)]);
    }
}

/// <summary>The bytes of a blob, read one piece after the other.</summary>
internal sealed class PieceStream(IBlobStore store, ReceivedPieces pieces) : ReadOnlyStream
{
    private readonly IEnumerator<(PieceRow Piece, long Offset)> _parts = pieces.Parts().GetEnumerator();
    private Stream? _current;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (_current is not null)
            {
                var count = await _current.ReadAsync(buffer, cancellationToken);
                if (count > 0 || buffer.IsEmpty)
                    return count;
                await _current.DisposeAsync();
                _current = null;
            }

            if (!_parts.MoveNext())
                return 0;
            var (piece, offset) = _parts.Current;
            _current = await store.OpenAsync(piece.Location, offset, piece.Size - offset, cancellationToken)
                ?? throw new ProblemException(ServiceProblems.BlobsUnavailable.At("pieces", "A piece no longer exists."));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _parts.Dispose();
            _current?.Dispose();
        }

        base.Dispose(disposing);
    }
}
