namespace Slipway.Formats.Zip;

/// <summary>Settings for packing items.</summary>
/// <param name="Level">Deflate level, 1 to 9.</param>
/// <param name="Cache">Cache of deflated contents.</param>
/// <param name="NeedsHashes">True when the hash of every content is needed, for example for v1 signatures.</param>
internal sealed record PackSettings(int Level, IDeflateCache Cache, bool NeedsHashes)
{
    /// <summary>True when the SHA-1 of every content is needed too, for the older list of Apple's code seals.</summary>
    public bool NeedsSha1 { get; init; }

    /// <summary>Size in bytes above which an item is not held in memory completely.</summary>
    public const int LargestInMemory = 16 << 20;

    /// <summary>
    /// Contents above this many bytes are deflated in blocks of this size, so that many cores work on one file. Another value changes
    /// the bytes of packages.
    /// </summary>
    public const int BlockSize = 1 << 20;

    /// <summary>Unit in which a large item is read and packed; a multiple of <see cref="BlockSize"/>.</summary>
    public const int LargeBlockSize = 4 << 20;

    /// <summary>Limit on the bytes of content in progress.</summary>
    public const long Window = 48L << 20;

    /// <summary>Limit on the items in progress.</summary>
    public int MaxPending { get; init; } = 256;
}
