using System.Buffers.Binary;
using System.Text;

namespace Slipway.Formats.MachO;

/// <summary>Reads the load commands of one file.</summary>
internal sealed class MachOCommandReader(ReadOnlyMemory<byte> file, string? name, int end)
{
    public const uint CodeSignature = 0x1d;
    public const uint Segment64 = 0x19;

    private const uint SymbolTable = 0x2;
    private const uint DyldInfoOnly = 0x80000022;

    private const int CommandHeader = 8;
    private const int SymbolSize = 16;
    private const int SegmentHeader = 72;
    private const int SectionSize = 80;
    private const int NameSize = 16;

    private readonly List<MachOCommand> _commands = [];
    private readonly List<MachOSegment> _segments = [];
    private readonly List<MachOLibrary> _libraries = [];
    private Guid? _uuid;
    private MachOBuild? _build;
    private long? _entryPoint;
    private MachOEncryption? _encryption;
    private MachORange? _signature;
    private long _linkEditEnd;

    public MachOImage Read(int count)
    {
        var offset = MachOReader.HeaderSize;
        for (var i = 0; i < count; i++)
        {
            if (end - offset < CommandHeader)
                throw Malformed("the load commands exceed their stated size", offset);
            var size = U32(offset + 4);
            if (size < CommandHeader || size % 8 != 0 || size > end - offset)
                throw Malformed($"a load command has {size} bytes", offset);
            var command = new MachOCommand(U32(offset), offset, (int)size);
            _commands.Add(command);
            Read(command);
            offset += (int)size;
        }

        if (offset != end)
            throw Malformed("the load commands are shorter than their stated size", offset);
        CheckSegments();
        return Image();
    }

    private MachOImage Image() => new()
    {
        CpuType = U32(4),
        CpuSubtype = U32(8),
        FileType = U32(12),
        Flags = U32(24),
        CommandsEnd = end,
        FirstContent = FirstContent(),
        Commands = _commands,
        Segments = _segments,
        Libraries = _libraries,
        Uuid = _uuid,
        Build = _build,
        EntryPoint = _entryPoint,
        Encryption = _encryption,
        Signature = _signature,
        LinkEditEnd = _linkEditEnd,
    };

    private void Read(MachOCommand command)
    {
        switch (command.Kind)
        {
            case Segment64:
                ReadSegment(command);
                break;
            case CodeSignature:
                Once(_signature, command);
                _signature = Range(command, U32(Field(command, 8)), U32(Field(command, 12)), "the code signature");
                break;
            case 0x1b:
                Once(_uuid, command);
                _uuid = new Guid(file.Span.Slice(Field(command, 8, 16), 16), bigEndian: true);
                break;
            case 0x32 or 0x25:
                ReadBuild(command);
                break;
            case 0x80000028:
                Once(_entryPoint, command);
                _entryPoint = U63(Field(command, 8, 8), command.Offset);
                break;
            case 0x2c:
                Once(_encryption, command);
                _encryption = new MachOEncryption(Range(command, U32(Field(command, 8)), U32(Field(command, 12)), "the encrypted part"), U32(Field(command, 16)));
                break;
            case 0xc or 0x80000018 or 0x8000001f:
                _libraries.Add(new MachOLibrary(Text(command, U32(Field(command, 8))), command.Kind == 0x80000018));
                break;
            default:
                ReadTables(command);
                break;
        }
    }

    // LC_BUILD_VERSION names its platform; LC_VERSION_MIN_IPHONEOS implies it.
    private void ReadBuild(MachOCommand command)
    {
        Once(_build, command);
        _build = command.Kind == 0x32
            ? new MachOBuild(U32(Field(command, 8)), VersionAt(command, 12), VersionAt(command, 16))
            : new MachOBuild(MachOBuild.Ios, VersionAt(command, 8), VersionAt(command, 12));
    }

    // Offsets and sizes of the linker's tables in __LINKEDIT.
    private void ReadTables(MachOCommand command)
    {
        switch (command.Kind)
        {
            case SymbolTable:
                Table(command, 8, SymbolSize);
                Table(command, 16);
                break;
            case 0x22 or DyldInfoOnly:
                for (var field = 8; field < 48; field += 8)
                    Table(command, field);
                break;
            case 0x1e or 0x26 or 0x29 or 0x2b or 0x2e or 0x80000033 or 0x80000034:
                Table(command, 8);
                break;
        }
    }

    private void ReadSegment(MachOCommand command)
    {
        var at = Field(command, 0, SegmentHeader);
        var sections = U32(at + 64);
        if (sections != (command.Size - SegmentHeader) / SectionSize || (command.Size - SegmentHeader) % SectionSize != 0)
            throw Malformed($"a segment counts {sections} sections, but has room for another number", at);
        var range = Range(command, U63(at + 40, at), U63(at + 48, at), "a segment");
        var list = new List<MachOSection>((int)sections);
        for (var i = 0; i < sections; i++)
            list.Add(ReadSection(at + SegmentHeader + i * SectionSize));
        _segments.Add(new MachOSegment(Name(at + 8), U64(at + 24), U64(at + 32), range.Offset, range.Size, U32(at + 60), at, list));
    }

    private MachOSection ReadSection(int at)
    {
        var section = new MachOSection(Name(at), U64(at + 32), U64(at + 40), U32(at + 48), U32(at + 64));
        if (!section.IsZeroFill && (section.Size > (ulong)file.Length || section.FileOffset > (ulong)file.Length - section.Size))
            throw new MachOException(MachOFault.Truncated, $"the section {section.Name} extends beyond the end of the file", name, at);
        return section;
    }

    private void CheckSegments()
    {
        var previous = 0L;
        foreach (var segment in _segments.Where(s => s.FileSize > 0).OrderBy(s => s.FileOffset))
        {
            if (segment.FileOffset < previous)
                throw Malformed($"the segment {segment.Name} overlaps another", segment.Command);
            previous = segment.FileOffset + segment.FileSize;
        }

        if (_segments.DistinctBy(s => s.Name).Count() != _segments.Count)
            throw Malformed("two segments have the same name", MachOReader.HeaderSize);
        var text = _segments.Find(s => s.Name == "__TEXT");
        if (text is { FileSize: > 0 } && text.FileOffset == 0 && text.FileSize < end)
            throw Malformed("the load commands extend into the first segment", text.Command);
    }

    private long FirstContent() => _segments
        .SelectMany(s => s.Sections.Where(x => !x.IsZeroFill && x.Size > 0 && x.FileOffset > 0).Select(x => (long)x.FileOffset).Append(s is { FileSize: > 0, FileOffset: > 0 } ? s.FileOffset : long.MaxValue))
        .Append(file.Length).Min();

    private MachORange Range(MachOCommand command, long offset, long size, string what) =>
        offset > file.Length || size > file.Length - offset
            ? throw new MachOException(MachOFault.Truncated, $"{what} extends beyond the end of the file", name, command.Offset)
            : new MachORange(offset, size);

    // Offset and count; the offset of an empty table has no meaning.
    private void Table(MachOCommand command, int field, int entrySize = 1)
    {
        var size = (long)U32(Field(command, field + 4)) * entrySize;
        if (size > 0)
            _linkEditEnd = Math.Max(_linkEditEnd, Range(command, U32(Field(command, field)), size, "a table of the linker").End);
    }

    private int Field(MachOCommand command, int offset, int size = sizeof(uint)) =>
        offset + size <= command.Size ? command.Offset + offset : throw Malformed($"the load command 0x{command.Kind:x} is too short", command.Offset);

    private void Once<T>(T? known, MachOCommand command)
    {
        if (known is not null)
            throw Malformed($"the load command 0x{command.Kind:x} occurs twice", command.Offset);
    }

    // X.Y.Z in nibbles xxxx.yy.zz.
    private Version VersionAt(MachOCommand command, int offset)
    {
        var packed = U32(Field(command, offset));
        return new Version((int)(packed >> 16), (int)(packed >> 8 & 0xff), (int)(packed & 0xff));
    }

    private string Text(MachOCommand command, uint offset)
    {
        if (offset < CommandHeader || offset >= command.Size)
            throw Malformed("the name of a library extends beyond its load command", command.Offset);
        var text = file.Span[(command.Offset + (int)offset)..(command.Offset + command.Size)];
        var length = text.IndexOf((byte)0);
        return length < 0 ? throw Malformed("the name of a library has no end", command.Offset) : Encoding.UTF8.GetString(text[..length]);
    }

    private string Name(int offset) => Encoding.Latin1.GetString(file.Span.Slice(offset, NameSize)).TrimEnd('\0');

    private uint U32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(file.Span[offset..]);

    private ulong U64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(file.Span[offset..]);

    private long U63(int offset, int where) =>
        U64(offset) is var value and <= long.MaxValue ? (long)value : throw Malformed("a number is out of range", where);

    private MachOException Malformed(string reason, int offset) => new(MachOFault.Malformed, reason, name, offset);
}
