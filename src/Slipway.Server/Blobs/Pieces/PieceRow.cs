namespace Slipway.Server.Blobs.Pieces;

/// <summary>A piece that has arrived.</summary>
internal sealed record PieceRow(long StartAt, long Size, long Total, string Location)
{
    /// <summary>Offset after its last byte.</summary>
    public long EndAt => StartAt + Size;
}
