namespace Slipway.Formats.Zip;

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
