namespace Slipway.Formats.MachO;

/// <summary>A range of bytes in a file.</summary>
/// <param name="Offset">Of the first byte.</param>
/// <param name="Size">Number of bytes.</param>
public sealed record MachORange(long Offset, long Size)
{
    /// <summary>Offset after the last byte.</summary>
    public long End => Offset + Size;
}
