using System.Text;

namespace Slipway.Formats.Arsc;

/// <summary>Reads one package of a resource table.</summary>
internal sealed class PackageReader
{
    private const string Format = "resources.arsc";
    private const int NameOffset = 12;
    private const int NameBytes = 256;
    private const int ConfigurationOffset = 20;
    private const uint SpecPublic = 0x40000000;
    private const ushort EntryComplex = 0x0001;
    private const ushort EntryCompact = 0x0008;
    private const int BagHeader = 16;
    private const int BagItemSize = 12;
    private readonly StringPool _values;
    private readonly StringPool _types;
    private readonly StringPool _keys;
    private readonly SortedDictionary<byte, uint[]> _specifications = [];
    private readonly SortedDictionary<byte, SortedDictionary<ushort, ResourceEntry>> _entries = [];

    /// <summary>Remaining budget of bag items: a hostile file can let bags overlap to make them large.</summary>
    private long _budget;

    public PackageReader(ChunkReader chunk, StringPool values, int fileLength)
    {
        _values = values;
        _types = new StringPool(Pool(chunk, 268), Format);
        _keys = new StringPool(Pool(chunk, 276), Format);
        _budget = fileLength;
    }

    public ResourcePackage Read(ChunkReader chunk)
    {
        for (var at = chunk.HeaderSize; at < chunk.Length;)
        {
            var inner = chunk.Inner(at);
            if (inner.Type == ResourceChunk.TableTypeSpec)
                ReadSpecification(inner);
            else if (inner.Type == ResourceChunk.TableType)
                ReadType(inner);

            at += inner.Length;
        }

        var name = Encoding.Unicode.GetString(chunk.Slice(NameOffset, NameBytes));
        var end = name.IndexOf('\0', StringComparison.Ordinal);
        var package = new ResourcePackage((byte)chunk.U32(8), end < 0 ? name : name[..end]);
        foreach ((var id, var entries) in _entries)
        {
            var type = new ResourceType(id, _types[id - 1u]);
            type.Entries.AddRange(entries.Values);
            package.Types.Add(type);
        }

        return package;
    }

    private static ChunkReader Pool(ChunkReader chunk, int field)
    {
        var offset = chunk.U32(field);
        var pool = chunk.Inner((int)Math.Min(offset, int.MaxValue));
        return pool.Type == ResourceChunk.StringPool ? pool : throw pool.Fault("a string pool is expected", 0);
    }

    private void ReadSpecification(ChunkReader chunk)
    {
        var id = TypeId(chunk);
        var count = chunk.Count(12, chunk.HeaderSize, 4);
        var flags = new uint[count];
        for (var i = 0; i < count; i++)
            flags[i] = chunk.U32(chunk.HeaderSize + (i * 4));

        _specifications[id] = flags;
        _entries.TryAdd(id, []);
    }

    private static byte TypeId(ChunkReader chunk)
    {
        var id = chunk.U8(8);
        return id != 0 ? id : throw chunk.Fault("a type has the id 0", 8);
    }

    private void ReadType(ChunkReader chunk)
    {
        var id = TypeId(chunk);
        var configuration = ConfigurationCodec.Read(chunk, ConfigurationOffset);
        if (!_entries.TryGetValue(id, out var entries))
            _entries.Add(id, entries = []);

        var specification = _specifications.GetValueOrDefault(id) ?? [];
        foreach ((var index, var offset) in EntryOffsets.Of(chunk))
        {
            (var name, var value) = ReadEntry(chunk, offset);
            if (!entries.TryGetValue(index, out var entry))
            {
                entry = new ResourceEntry(index, name) { IsPublic = index < specification.Length && (specification[index] & SpecPublic) != 0 };
                entries.Add(index, entry);
            }

            entry.Values.Add(new ConfiguredValue(configuration, value));
        }
    }

    private (string Name, ResourceValue Value) ReadEntry(ChunkReader chunk, long at)
    {
        var flags = chunk.U16(at + 2);
        if ((flags & EntryCompact) != 0)
        {
            var kind = (TypedValueKind)(flags >> 8);
            return (_keys[chunk.U16(at)], new ResourceValue.Simple(TypedValueCodec.Create(kind, chunk.U32(at + 4), _values)));
        }

        var size = chunk.U16(at);
        var name = _keys[chunk.U32(at + 4)];
        return (flags & EntryComplex) == 0
            ? (name, new ResourceValue.Simple(TypedValueCodec.Read(chunk, at + size, _values)))
            : (name, ReadBag(chunk, at, size));
    }

    private ResourceValue.Bag ReadBag(ChunkReader chunk, long at, ushort size)
    {
        var first = at + Math.Max(size, (ushort)BagHeader);
        var count = chunk.Count(at + 12, first, BagItemSize);
        _budget -= count;
        if (_budget < 0)
            throw chunk.Fault("complex values overlap", at);

        var items = new BagItem[count];
        for (var i = 0; i < count; i++)
        {
            var item = first + ((long)i * BagItemSize);
            items[i] = new BagItem(chunk.U32(item), TypedValueCodec.Read(chunk, item + 4, _values));
        }

        return new ResourceValue.Bag(chunk.U32(at + 8), items);
    }
}
