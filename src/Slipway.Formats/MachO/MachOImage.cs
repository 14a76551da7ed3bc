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
