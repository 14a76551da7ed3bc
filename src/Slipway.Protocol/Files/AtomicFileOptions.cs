namespace Slipway.Protocol.Files;

/// <summary>Options of <see cref="AtomicFile"/>.</summary>
public sealed record AtomicFileOptions
{
    /// <summary>Default mode; an existing file is replaced.</summary>
    public static AtomicFileOptions Default { get; } = new();

    /// <summary>The mode that the file has from its first byte on; null for the default of new files.</summary>
    public UnixFileMode? Mode { get; init; }

    /// <summary>Whether the content is flushed to the disk before the file is renamed, so that a power failure leaves no empty file.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Whether an existing file is replaced; otherwise it stays, and writing fails.</summary>
    public bool Overwrite { get; init; } = true;
}
