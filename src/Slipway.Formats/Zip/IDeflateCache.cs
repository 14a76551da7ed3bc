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
