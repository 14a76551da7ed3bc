using System.Collections.Concurrent;

namespace Slipway.Formats.Zip;

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
