using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Slipway.Formats.Dex.Writing;

/// <summary>
/// Lays out one file: header, identifier tables, then the data sections, each after the sections that it refers to.
/// </summary>
internal sealed class DexFileLayout
{
    private const int HeaderSize = 0x70;
    private const int LittleEndianTag = 0x12345678;
    private const int NoIndex = -1;

    private readonly DexIndices _indices;
    private readonly List<DexClass> _classes;
    private readonly int _version;
    private readonly List<DexSection> _sections = [];
    private readonly Dictionary<string, int> _typeLists = new(StringComparer.Ordinal);
    private readonly Dictionary<DexClass, int> _staticValues = [];
    private readonly Dictionary<DexClass, int> _classData = [];
    private readonly List<int> _callSites = [];
    private readonly List<int> _strings = [];
    private readonly DexAnnotationSections _annotations;
    private readonly DexValueEncoder _values;
    private int _end;

    public DexFileLayout(DexFile file)
    {
        var references = new DexReferenceSet();
        foreach (var item in file.Classes)
            DexReferenceCollector.Collect(item, references);
        _version = file.Version;
        _indices = new DexIndices(references);
        _classes = DexClassOrder.Sort(file.Classes);
        _values = new DexValueEncoder(_indices);
        _annotations = new DexAnnotationSections(_indices, _values);
        if (_version < 38 && _indices.MethodHandles.Count + _indices.CallSites.Count > 0)
            throw new DexLimitException(DexLimit.Version, $"version {_version} lacks method handles and call sites");
    }

    public byte[] Write()
    {
        var dataStart = DataStart();
        _end = dataStart;
        WriteData();
        var map = new DexSection(DexItemType.MapList, 4, _end);
        map.AddUnshared(Map(map));
        var bytes = new byte[map.End];
        foreach (var section in _sections.Append(map))
            section.Content.Written.CopyTo(bytes.AsSpan(section.Start));
        var tables = new DexBuffer();
        WriteHeader(tables, bytes.Length, dataStart, map.Start);
        WriteTables(tables);
        tables.Written.CopyTo(bytes);
        Seal(bytes);
        return bytes;
    }

    private IEnumerable<(DexItemType Type, int Count, int Size)> Tables =>
    [
        (DexItemType.StringId, _indices.Strings.Length, 4),
        (DexItemType.TypeId, _indices.Types.Length, 4),
        (DexItemType.ProtoId, _indices.Protos.Length, 12),
        (DexItemType.FieldId, _indices.Fields.Length, 8),
        (DexItemType.MethodId, _indices.Methods.Length, 8),
        (DexItemType.ClassDef, _classes.Count, 32),
        (DexItemType.CallSiteId, _indices.CallSites.Count, 4),
        (DexItemType.MethodHandle, _indices.MethodHandles.Count, 8),
    ];

    private int DataStart() => HeaderSize + Tables.Sum(t => t.Count * t.Size);

    private void WriteData()
    {
        Section(DexItemType.TypeList, 4, WriteTypeLists);
        Section(DexItemType.EncodedArray, 1, WriteArrays);
        Section(DexItemType.Annotation, 1, s => _annotations.WriteItems(_classes, s));
        Section(DexItemType.AnnotationSet, 4, s => _annotations.WriteSets(_classes, s));
        Section(DexItemType.AnnotationSetRefList, 4, s => _annotations.WriteLists(_classes, s));
        Section(DexItemType.AnnotationsDirectory, 4, s => _annotations.WriteDirectories(_classes, s));
        var codes = new DexCodeSection(_indices, _version);
        Section(DexItemType.DebugInfo, 1, s => codes.Assemble(_classes, s));
        Section(DexItemType.Code, 4, codes.WriteTo);
        Section(DexItemType.ClassData, 1, s => WriteClassData(s, new DexClassData(_indices, _values, codes)));
        Section(DexItemType.StringData, 1, WriteStrings);
    }

    private void Section(DexItemType type, int alignment, Action<DexSection> write)
    {
        var section = new DexSection(type, alignment, _end);
        write(section);
        if (section.Count == 0)
            return;
        _sections.Add(section);
        _end = section.End;
    }

    private void WriteTypeLists(DexSection section)
    {
        var buffer = new DexBuffer();
        foreach (var list in _indices.Protos.Select(p => _indices.ProtoParts(p).Parameters).Concat(_classes.Select(c => (IReadOnlyList<string>)c.Interfaces)))
        {
            if (list.Count == 0)
                continue;
            buffer.Clear();
            buffer.S4(list.Count);
            foreach (var type in list)
                buffer.U2(_indices.Type(type));
            _typeLists[string.Concat(list)] = section.Add(buffer);
        }
    }

    private void WriteArrays(DexSection section)
    {
        var buffer = new DexBuffer();
        var members = new DexClassData(_indices, _values, new DexCodeSection(_indices, _version));
        foreach (var item in _classes)
        {
            buffer.Clear();
            members.WriteStaticValues(item, buffer);
            if (buffer.Length > 0)
                _staticValues[item] = section.Add(buffer);
        }

        foreach (var site in _indices.CallSites)
        {
            buffer.Clear();
            _values.Array(buffer, site.Values);
            _callSites.Add(section.Add(buffer));
        }
    }

    private void WriteClassData(DexSection section, DexClassData members)
    {
        var buffer = new DexBuffer();
        foreach (var item in _classes)
        {
            buffer.Clear();
            members.Write(item, buffer);
            if (buffer.Length > 0)
                _classData[item] = section.AddUnshared(buffer);
        }
    }

    private void WriteStrings(DexSection section)
    {
        var buffer = new DexBuffer();
        foreach (var text in _indices.Strings)
        {
            buffer.Clear();
            buffer.Uleb(text.Length);
            buffer.Text(text);
            buffer.U1(0);
            _strings.Add(section.AddUnshared(buffer));
        }
    }

    private DexBuffer Map(DexSection map)
    {
        var entries = new List<(DexItemType Type, int Count, int Offset)> { (DexItemType.Header, 1, 0) };
        var offset = HeaderSize;
        foreach (var (type, count, size) in Tables)
        {
            if (count > 0)
                entries.Add((type, count, offset));
            offset += count * size;
        }

        entries.AddRange(_sections.Select(s => (s.Type, s.Count, s.Start)));
        entries.Add((DexItemType.MapList, 1, map.Start));
        var buffer = new DexBuffer();
        buffer.S4(entries.Count);
        foreach (var (type, count, start) in entries)
        {
            buffer.U2((int)type);
            buffer.U2(0);
            buffer.S4(count);
            buffer.S4(start);
        }

        return buffer;
    }

    private void WriteHeader(DexBuffer target, int fileSize, int dataStart, int mapStart)
    {
        target.Bytes("dex\n"u8);
        target.Text($"{_version:000}");
        target.U1(0);
        target.Bytes(stackalloc byte[4 + SHA1.HashSizeInBytes]);
        target.S4(fileSize);
        target.S4(HeaderSize);
        target.S4(LittleEndianTag);
        target.S4(0);
        target.S4(0);
        target.S4(mapStart);
        var offset = HeaderSize;
        foreach (var (type, count, size) in Tables.Where(t => t.Type <= DexItemType.ClassDef))
        {
            target.S4(count);
            target.S4(count > 0 ? offset : 0);
            offset += count * size;
        }

        target.S4(fileSize - dataStart);
        target.S4(dataStart);
    }

    private void WriteTables(DexBuffer target)
    {
        foreach (var offset in _strings)
            target.S4(offset);
        foreach (var type in _indices.Types)
            target.S4(_indices.String(type));
        foreach (var proto in _indices.Protos.Select(_indices.ProtoParts))
        {
            target.S4(_indices.String(proto.Shorty));
            target.S4(_indices.Type(proto.Return));
            target.S4(ListOffset(proto.Parameters));
        }

        foreach (var field in _indices.Fields)
            WriteMember(target, field.Owner, _indices.Type(field.Type), field.Name);
        foreach (var method in _indices.Methods)
            WriteMember(target, method.Owner, _indices.Proto(method.Descriptor), method.Name);
        foreach (var item in _classes)
            WriteClass(target, item);
        foreach (var offset in _callSites)
            target.S4(offset);
        foreach (var handle in _indices.MethodHandles)
            WriteHandle(target, handle);
    }

    private void WriteMember(DexBuffer target, string owner, int type, string name)
    {
        target.U2(_indices.Type(owner));
        target.U2(type);
        target.S4(_indices.String(name));
    }

    private void WriteClass(DexBuffer target, DexClass item)
    {
        target.S4(_indices.Type(item.Type));
        target.S4(item.Access);
        target.S4(item.Super is null ? NoIndex : _indices.Type(item.Super));
        target.S4(ListOffset(item.Interfaces));
        target.S4(item.SourceFile is null ? NoIndex : _indices.String(item.SourceFile));
        target.S4(_annotations.DirectoryOffset(item));
        target.S4(_classData.GetValueOrDefault(item));
        target.S4(_staticValues.GetValueOrDefault(item));
    }

    private void WriteHandle(DexBuffer target, DexMethodHandle handle)
    {
        target.U2((int)handle.Kind);
        target.U2(0);
        target.U2(handle.Field is not null ? _indices.Field(handle.Field) : _indices.Method(handle.Method!));
        target.U2(0);
    }

    private int ListOffset(IReadOnlyList<string> types) => types.Count == 0 ? 0 : _typeLists[string.Concat(types)];

    /// <summary>The signature covers the bytes after it; the checksum covers the signature too (dex-format, header_item).</summary>
    private static void Seal(byte[] bytes)
    {
        SHA1.HashData(bytes.AsSpan(32), bytes.AsSpan(12, SHA1.HashSizeInBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Adler32.Compute(bytes.AsSpan(12)));
    }
}
