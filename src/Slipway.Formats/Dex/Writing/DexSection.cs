namespace Slipway.Formats.Dex.Writing;

/// <summary>Items of one kind, one after the other; an item that is there already is not written again.</summary>
/// <param name="type">Kind, for the map list.</param>
/// <param name="alignment">Alignment of each item in bytes.</param>
/// <param name="start">Where the section begins in the file; a multiple of 4.</param>
internal sealed class DexSection(DexItemType type, int alignment, int start)
{
    private readonly Dictionary<byte[], int> _known = new(DexItemComparer.Instance);

    public DexItemType Type { get; } = type;

    public int Start { get; } = start;

    public int Count { get; private set; }

    public DexBuffer Content { get; } = new();

    /// <summary>Where the next section may begin.</summary>
    public int End => Start + ((Content.Length + 3) & ~3);

    /// <summary>Adds an item, or finds the same one, and tells its offset in the file.</summary>
    public int Add(DexBuffer item)
    {
        var content = item.ToArray();
        if (_known.TryGetValue(content, out var offset))
            return offset;
        offset = AddUnshared(item);
        _known.Add(content, offset);
        return offset;
    }

    /// <summary>Adds an item that is not to be looked for, and tells its offset in the file.</summary>
    public int AddUnshared(DexBuffer item)
    {
        Content.Align(alignment);
        var offset = Start + Content.Length;
        Content.Bytes(item.Written);
        Count++;
        return offset;
    }
}
