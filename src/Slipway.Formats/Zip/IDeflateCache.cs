namespace Slipway.Formats.Zip;

/// <summary>Remembers what contents deflate to. Safe for use by many threads.</summary>
public interface IDeflateCache
{
    /// <summary>False when nothing is ever found, so that hashing for it is a waste.</summary>
    bool IsUseful { get; }

    /// <summary>Finds the result for a content.</summary>
    bool TryGet(ContentHash hash, int level, out DeflatedContent content);

    /// <summary>Remembers the result for a content; it may be forgotten again.</summary>
    void Put(ContentHash hash, int level, DeflatedContent content);
}
