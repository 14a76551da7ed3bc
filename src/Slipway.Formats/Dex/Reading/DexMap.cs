namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads the items that only the map list refers to: method handles and call sites (version 038 and later).</summary>
internal sealed class DexMap
{
    private const int EntrySize = 12;
    private const int MethodHandleSize = 8;

    private readonly DexInput _input;
    private readonly DexTables _tables;

    public DexMap(DexInput input, DexHeader header, DexTables tables)
    {
        _input = input;
        _tables = tables;
        MethodHandles = [];
        CallSites = [];
        var handles = Find(header.Map, DexItemType.MethodHandle, MethodHandleSize);
        var sites = Find(header.Map, DexItemType.CallSiteId, 4);
        MethodHandles = [.. Enumerable.Range(0, handles.Count).Select(i => ReadHandle(handles.Offset + (i * MethodHandleSize)))];
        // Method handles are read first, because the values of call sites refer to them.
        var values = new ValueReader(input, new ValueTables(tables, MethodHandles));
        CallSites = [.. Enumerable.Range(0, sites.Count).Select(i => new DexCallSite(values.ReadArray(input.Count(sites.Offset + (i * 4)))))];
    }

    public DexMethodHandle[] MethodHandles { get; }

    public DexCallSite[] CallSites { get; }

    private DexTable Find(int map, DexItemType type, int itemSize)
    {
        var count = _input.Count(map);
        _input.Slice(map + 4, (int)Math.Min((long)count * EntrySize, int.MaxValue));
        for (var i = 0; i < count; i++)
        {
            var entry = map + 4 + (i * EntrySize);
            if (_input.UInt16(entry) == (int)type)
            {
                var table = new DexTable(_input.Count(entry + 4), _input.Count(entry + 8));
                return (long)table.Count * itemSize <= _input.Length - (long)table.Offset ? table : throw _input.Malformed("a table extends beyond the file", entry);
            }
        }

        return default;
    }

    private DexMethodHandle ReadHandle(int offset)
    {
        var kind = (DexMethodHandleKind)_input.UInt16(offset);
        var index = _input.UInt16(offset + 4);
        return kind switch
        {
            <= DexMethodHandleKind.InstanceGet => new(kind, _tables.Field(index, offset), null),
            <= DexMethodHandleKind.InvokeInterface => new(kind, null, _tables.Method(index, offset)),
            _ => throw _input.Malformed("a method handle has an unknown kind", offset),
        };
    }
}
