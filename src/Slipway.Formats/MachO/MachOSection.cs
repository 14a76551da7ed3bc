namespace Slipway.Formats.MachO;

/// <summary>A part of a segment: section_64.</summary>
/// <param name="Name">For example <c>__text</c>.</param>
/// <param name="Address">Address in memory.</param>
/// <param name="Size">Bytes.</param>
/// <param name="FileOffset">Offset in the file; 0 for a section without content in the file.</param>
/// <param name="Flags">Kind in the lowest byte, attributes above.</param>
public sealed record MachOSection(string Name, ulong Address, ulong Size, uint FileOffset, uint Flags)
{
    /// <summary>True for memory that starts as zeros and has no content in the file (S_ZEROFILL and related types).</summary>
    public bool IsZeroFill => (Flags & 0xff) is 0x1 or 0xc or 0x12;
}
