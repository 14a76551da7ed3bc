namespace Slipway.Protocol.Files;

/// <summary>How <see cref="AtomicFile"/> writes.</summary>
public sealed record AtomicFileOptions
{
    /// <summary>As any new file, in the place of one that is there.</summary>
    public static AtomicFileOptions Default { get; } = new();

    /// <summary>The mode that the file has from its first byte on; null for that of any new file.</summary>
    public UnixFileMode? Mode { get; init; }

    /// <summary>Whether the content is on the disk before the file gets its name, so that a power failure leaves no empty file.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Whether a file that is there is replaced; otherwise it stays, and writing fails.</summary>
    public bool Overwrite { get; init; } = true;
}
