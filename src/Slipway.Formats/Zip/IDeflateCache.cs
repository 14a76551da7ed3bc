using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Slipway.Formats.Zip;

/// <summary>A cache of deflated contents. Safe for use by many threads.</summary>
public interface IDeflateCache
{
    /// <summary>False when the cache never finds anything, so that callers need not hash contents for it.</summary>
    bool IsUseful { get; }

    /// <summary>Finds the result for a content; returns false when the cache does not have it.</summary>
    bool TryGet(ContentHash hash, int level, out DeflatedContent content);

    /// <summary>Adds the result for a content; the cache may drop it.</summary>
    void Put(ContentHash hash, int level, DeflatedContent content);
}

/// <summary>The result of deflating a content.</summary>
/// <param name="Bytes">The deflated bytes; empty when deflating does not make the content smaller, so that it is stored.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="Length">Bytes of the content.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DeflatedContent(ReadOnlyMemory<byte> Bytes, uint Crc, long Length)
{
    /// <summary>True when deflating does not make the content smaller.</summary>
    public bool IsStored => Bytes.IsEmpty;
}

/// <summary>A deflate cache that is always empty.</summary>
public sealed class NoDeflateCache : IDeflateCache
{
    /// <summary>The one instance.</summary>
    public static NoDeflateCache Instance { get; } = new();

    private NoDeflateCache()
    {
    }

    /// <inheritdoc/>
    public bool IsUseful => false;

    /// <inheritdoc/>
    public bool TryGet(ContentHash hash, int level, out DeflatedContent content)
    {
        content = default;
        return false;
    }

    /// <inheritdoc/>
    public void Put(ContentHash hash, int level, DeflatedContent content)
    {
    }
}

/// <summary>A deflate cache in memory with a limit on its size.</summary>
/// <param name="budget">Limit on the bytes of deflated content; further contents are not added.</param>
public sealed class MemoryDeflateCache(long budget = 256L << 20) : IDeflateCache
{
    private readonly ConcurrentDictionary<(ContentHash Hash, int Level), DeflatedContent> _contents = new();
    private long _room = budget;

    /// <inheritdoc/>
    public bool IsUseful => true;

    /// <inheritdoc/>
    public bool TryGet(ContentHash hash, int level, out DeflatedContent content) => _contents.TryGetValue((hash, level), out content);

    /// <inheritdoc/>
    public void Put(ContentHash hash, int level, DeflatedContent content)
    {
        if (Interlocked.Add(ref _room, -content.Bytes.Length) < 0 || !_contents.TryAdd((hash, level), content with { Bytes = content.Bytes.ToArray() }))
            Interlocked.Add(ref _room, content.Bytes.Length);
    }
}
