namespace Slipway.Formats.MachO;

/// <summary>Bytes of a file.</summary>
/// <param name="Offset">Of the first byte.</param>
/// <param name="Size">Number of bytes.</param>
public sealed record MachORange(long Offset, long Size)
{
    /// <summary>Offset behind the last byte.</summary>
    public long End => Offset + Size;
}
