namespace Slipway.Formats.MachO;

/// <summary>A part of the file that is mapped into memory: LC_SEGMENT_64.</summary>
/// <param name="Name">For example <c>__TEXT</c>.</param>
/// <param name="Address">Address in memory.</param>
/// <param name="MemorySize">Bytes in memory.</param>
/// <param name="FileOffset">Offset in the file.</param>
/// <param name="FileSize">Bytes in the file.</param>
/// <param name="InitialProtection">VM_PROT bits: 1 read, 2 write, 4 execute.</param>
/// <param name="Command">Offset of the load command.</param>
/// <param name="Sections">Its sections.</param>
public sealed record MachOSegment(
    string Name,
    ulong Address,
    ulong MemorySize,
    long FileOffset,
    long FileSize,
    uint InitialProtection,
    int Command,
    IReadOnlyList<MachOSection> Sections);
