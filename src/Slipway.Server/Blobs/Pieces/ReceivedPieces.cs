using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs.Pieces;

/// <summary>The pieces of a blob that have arrived, ordered by offset.</summary>
internal sealed record ReceivedPieces(IReadOnlyList<PieceRow> Rows)
{
    /// <summary>Whether the pieces cover the whole blob.</summary>
    public bool Complete => Rows.Count > 0 && Merge() is [{ First: 0 } all] && all.End == Rows[0].Total;

    /// <summary>Ranges for the header X-Received: <c>0-99,200-299</c>.</summary>
    public override string ToString() => string.Join(',', Merge().Select(range => $"{range.First}-{range.End - 1}"));

    /// <summary>Returns the parts of the pieces that make up the blob, without overlaps.</summary>
    public IEnumerable<(PieceRow Piece, long Offset)> Parts()
    {
        long end = 0;
        foreach (var row in Rows.Where(row => row.EndAt > end))
        {
            yield return (row, end - row.StartAt);
            end = row.EndAt;
        }
    }

    private List<(long First, long End)> Merge()
    {
        List<(long First, long End)> ranges = [];
        foreach (var row in Rows)
        {
            if (ranges.Count > 0 && row.StartAt <= ranges[^1].End)
                ranges[^1] = (ranges[^1].First, Math.Max(ranges[^1].End, row.EndAt));
            else
                ranges.Add((row.StartAt, row.EndAt));
        }

        return ranges;
    }
}

/// <summary>A piece that has arrived.</summary>
internal sealed record PieceRow(long StartAt, long Size, long Total, string Location)
{
    /// <summary>Offset after its last byte.</summary>
    public long EndAt => StartAt + Size;
}

/// <summary>The range of a blob that a piece covers.</summary>
/// <param name="First">Offset of its first byte.</param>
/// <param name="Length">Its length.</param>
/// <param name="Total">Length of the whole blob.</param>
internal sealed record PieceRange(long First, long Length, long Total)
{
    /// <summary>Reads the header Content-Range; returns null if the request has none.</summary>
    /// <exception cref="ProblemException">The header is malformed, or the blob would be too large.</exception>
    public static PieceRange? Of(HttpRequest request, long largest)
    {
        if (request.Headers.ContentRange.Count == 0)
            return null;
        if (request.GetTypedHeaders().ContentRange is not { Unit.Value: "bytes", From: { } first, To: { } last, Length: { } total } || last < first || last >= total)
            throw new ProblemException(ServiceProblems.Malformed.At("Content-Range", "The header is not of the form 'bytes FIRST-LAST/TOTAL'."));
        if (total > largest)
            throw new ProblemException(ServiceProblems.BodyTooLarge.At("Content-Range", $"The content is larger than {largest} bytes."));
        return new PieceRange(first, last - first + 1, total);
    }
}
