namespace Slipway.Formats.Zip;

/// <summary>How items are packed.</summary>
/// <param name="Level">Deflate level, 1 to 9.</param>
/// <param name="Cache">Where deflated contents are remembered.</param>
/// <param name="NeedsHashes">The hash of every content is asked for, as v1 signatures do.</param>
internal sealed record PackSettings(int Level, IDeflateCache Cache, bool NeedsHashes)
{
    /// <summary>The SHA-1 of every content is asked for too, as the older list of Apple's code seals does.</summary>
    public bool NeedsSha1 { get; init; }

    /// <summary>Items above this many bytes are not held in memory as a whole.</summary>
    public const int LargestInMemory = 16 << 20;

    /// <summary>
    /// Contents above this many bytes are deflated in blocks of it, so that many cores work on one file. Part of what makes
    /// output deterministic: another value means other bytes.
    /// </summary>
    public const int BlockSize = 1 << 20;

    /// <summary>What a large item is read and packed by; a multiple of <see cref="BlockSize"/>.</summary>
    public const int LargeBlockSize = 4 << 20;

    /// <summary>Bytes of content that are in work at the same time.</summary>
    public const long Window = 48L << 20;

    /// <summary>Items in work at the same time.</summary>
    public int MaxPending { get; init; } = 256;
}
