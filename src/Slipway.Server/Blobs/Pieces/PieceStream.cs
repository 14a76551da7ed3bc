using Slipway.Protocol.Problems;
using Slipway.Protocol.Streams;

namespace Slipway.Server.Blobs.Pieces;

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
