namespace Slipway.Formats.Zip;

/// <summary>Why an archive, or an entry of it, is refused.</summary>
public enum ZipFault
{
    /// <summary>It has no structure of a zip archive.</summary>
    NotZip,

    /// <summary>Something stands before the first entry, as in an archive that unpacks itself.</summary>
    Preceded,

    /// <summary>A name leaves the archive or is absolute.</summary>
    Traversal,

    /// <summary>A name is another file, or none, on some system.</summary>
    Unportable,

    /// <summary>The bytes of a name are in a charset that nobody tells.</summary>
    Charset,

    /// <summary>An entry is a symbolic link, a device or another special file.</summary>
    Link,

    /// <summary>Two entries have the same name.</summary>
    Duplicate,

    /// <summary>Two entries have names that some file system takes for the same.</summary>
    Twins,

    /// <summary>Sizes, checksums, names or places contradict each other or the data.</summary>
    Inconsistent,

    /// <summary>It has more entries or unpacks to more than is allowed.</summary>
    TooLarge,

    /// <summary>An entry is encrypted.</summary>
    Encrypted,

    /// <summary>An entry is packed by a method that is not supported.</summary>
    Method,

    /// <summary>The archive is split over several files.</summary>
    Split,

    /// <summary>A feature that is not supported.</summary>
    Unsupported,
}
