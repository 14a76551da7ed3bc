namespace Slipway.Formats.MachO;

/// <summary>The headers of a 64-bit little-endian Mach-O file (mach-o/loader.h of xnu, EXTERNAL_HEADERS).</summary>
public sealed record MachOImage
{
    /// <summary>The processor of all current devices, CPU_TYPE_ARM64.</summary>
    public const uint Arm64 = 0x0100000c;

    /// <summary>File type of programs, MH_EXECUTE.</summary>
    public const uint Executable = 2;

    /// <summary>File type of dynamic libraries, MH_DYLIB.</summary>
    public const uint DynamicLibrary = 6;

    /// <summary>Processor: a CPU_TYPE.</summary>
    public required uint CpuType { get; init; }

    /// <summary>Variant of the processor, with its capability bits.</summary>
    public required uint CpuSubtype { get; init; }

    /// <summary>An MH_ file type.</summary>
    public required uint FileType { get; init; }

    /// <summary>MH_ flags.</summary>
    public required uint Flags { get; init; }

    /// <summary>Offset of the first byte after the load commands.</summary>
    public required int CommandsEnd { get; init; }

    /// <summary>Offset of the first content after the load commands, where the space for more commands ends.</summary>
    public required long FirstContent { get; init; }

    /// <summary>Kind and place of every load command.</summary>
    public required IReadOnlyList<MachOCommand> Commands { get; init; }

    /// <summary>Segments in the order of the file.</summary>
    public required IReadOnlyList<MachOSegment> Segments { get; init; }

    /// <summary>Libraries that the file loads.</summary>
    public required IReadOnlyList<MachOLibrary> Libraries { get; init; }

    /// <summary>UUID that identifies the linked file; null when there is none.</summary>
    public required Guid? Uuid { get; init; }

    /// <summary>The platform that it was built for; null when the file does not name it.</summary>
    public required MachOBuild? Build { get; init; }

    /// <summary>Offset of the entry point from the start of <c>__TEXT</c>; null for libraries.</summary>
    public required long? EntryPoint { get; init; }

    /// <summary>The part that a store may encrypt; null when there is none.</summary>
    public required MachOEncryption? Encryption { get; init; }

    /// <summary>Place of the code signature; null when there is none.</summary>
    public required MachORange? Signature { get; init; }

    /// <summary>Offset after the last table of the linker (symbols, strings, fix-ups; not the signature); 0 when there are none.</summary>
    public required long LinkEditEnd { get; init; }

    /// <summary>Returns a segment by its name, or null.</summary>
    public MachOSegment? Segment(string name) => Segments.FirstOrDefault(segment => segment.Name == name);
}

/// <summary>The platform that a file was built for: LC_BUILD_VERSION, or an older LC_VERSION_MIN.</summary>
/// <param name="Platform">PLATFORM_ number: 2 iOS, 7 its simulator.</param>
/// <param name="MinimumOs">Lowest release.</param>
/// <param name="Sdk">The SDK that the linker named.</param>
public sealed record MachOBuild(uint Platform, Version MinimumOs, Version Sdk)
{
    /// <summary>PLATFORM_IOS.</summary>
    public const uint Ios = 2;

    /// <summary>PLATFORM_IOSSIMULATOR.</summary>
    public const uint IosSimulator = 7;
}

/// <summary>A load command.</summary>
/// <param name="Kind">An LC_ number.</param>
/// <param name="Offset">Its offset in the file.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record MachOCommand(uint Kind, int Offset, int Size);

/// <summary>The part of a file that a store may encrypt: LC_ENCRYPTION_INFO_64.</summary>
/// <param name="Range">Its place.</param>
/// <param name="System">Number of the encryption system; 0 when it is not encrypted.</param>
public sealed record MachOEncryption(MachORange Range, uint System);

/// <summary>A library that the file loads.</summary>
/// <param name="Name">Its install name.</param>
/// <param name="IsWeak">True when the file also loads without it.</param>
public sealed record MachOLibrary(string Name, bool IsWeak);

/// <summary>A range of bytes in a file.</summary>
/// <param name="Offset">Of the first byte.</param>
/// <param name="Size">Number of bytes.</param>
public sealed record MachORange(long Offset, long Size)
{
    /// <summary>Offset after the last byte.</summary>
    public long End => Offset + Size;
}

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
