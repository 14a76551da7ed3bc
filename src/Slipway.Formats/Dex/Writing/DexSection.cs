using System.Diagnostics.CodeAnalysis;

namespace Slipway.Formats.Dex.Writing;

/// <summary>A section of items of one kind; equal items are written once.</summary>
/// <param name="type">Kind, for the map list.</param>
/// <param name="alignment">Alignment of each item in bytes.</param>
/// <param name="start">Offset of the section in the file; a multiple of 4.</param>
internal sealed class DexSection(DexItemType type, int alignment, int start)
{
    private readonly Dictionary<byte[], int> _known = new(DexItemComparer.Instance);

    public DexItemType Type { get; } = type;

    public int Start { get; } = start;

    public int Count { get; private set; }

    public DexBuffer Content { get; } = new();

    /// <summary>Offset at which the next section can begin.</summary>
    public int End => Start + ((Content.Length + 3) & ~3);

    /// <summary>Adds an item, or finds an equal one, and returns its offset in the file.</summary>
    public int Add(DexBuffer item)
    {
        var content = item.ToArray();
        if (_known.TryGetValue(content, out var offset))
            return offset;
        offset = AddUnshared(item);
        _known.Add(content, offset);
        return offset;
    }

    /// <summary>Adds an item without searching for an equal one, and returns its offset in the file.</summary>
    public int AddUnshared(DexBuffer item)
    {
        Content.Align(alignment);
        var offset = Start + Content.Length;
        Content.Bytes(item.Written);
        Count++;
        return offset;
    }
}

/// <summary>Compares items by their bytes.</summary>
internal sealed class DexItemComparer : IEqualityComparer<byte[]>
{
    public static readonly DexItemComparer Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode([DisallowNull] byte[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
