namespace Slipway.Formats.Zip;

/// <summary>An archive is refused.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="reason">The reason in words: a clause without a full stop.</param>
/// <param name="offset">Offset in the archive; -1 when there is no single position.</param>
/// <param name="entry">The entry at fault; null for the whole archive.</param>
/// <param name="inner">The underlying exception.</param>
public sealed class ZipFaultException(ZipFault fault, string reason, long offset = -1, string? entry = null, Exception? inner = null)
    : MalformedInputException("zip", reason, offset, entry, inner)
{
    /// <summary>The reason as a code.</summary>
    public ZipFault Fault { get; } = fault;
}

/// <summary>Reasons why an archive or an entry is refused.</summary>
public enum ZipFault
{
    /// <summary>The file is not a zip archive.</summary>
    NotZip,

    /// <summary>Bytes precede the first entry, as in a self-extracting archive.</summary>
    Preceded,

    /// <summary>A name leads out of the archive or is absolute.</summary>
    Traversal,

    /// <summary>A name means another file, or none, on some system.</summary>
    Unportable,

    /// <summary>The charset of a name is unknown.</summary>
    Charset,

    /// <summary>An entry is a symbolic link, a device or another special file.</summary>
    Link,

    /// <summary>Two entries have the same name.</summary>
    Duplicate,

    /// <summary>Two entries have names that are the same on some file system.</summary>
    Twins,

    /// <summary>Sizes, checksums, names or places contradict each other or the data.</summary>
    Inconsistent,

    /// <summary>The archive has more entries or unpacks to more bytes than is allowed.</summary>
    TooLarge,

    /// <summary>An entry is encrypted.</summary>
    Encrypted,

    /// <summary>An entry is packed by a method that is not supported.</summary>
    Method,

    /// <summary>The archive is split over several files.</summary>
    Split,

    /// <summary>The archive uses a feature that is not supported.</summary>
    Unsupported,
}

/// <summary>The items do not fit into an archive that devices install.</summary>
/// <param name="limit">The limit that is exceeded.</param>
/// <param name="message">The reason in words.</param>
public sealed class ZipLimitException(ZipLimit limit, string message) : Exception(message)
{
    /// <summary>The limit that is exceeded.</summary>
    public ZipLimit Limit { get; } = limit;
}

/// <summary>Limits of an archive being written.</summary>
public enum ZipLimit
{
    /// <summary>Too many entries.</summary>
    Entries,

    /// <summary>Too many bytes.</summary>
    Size,

    /// <summary>A name is too long or not allowed, or occurs twice.</summary>
    Name,
}
