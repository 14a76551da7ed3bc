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
