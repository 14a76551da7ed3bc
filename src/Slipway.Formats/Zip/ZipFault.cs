namespace Slipway.Formats.Zip;

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
