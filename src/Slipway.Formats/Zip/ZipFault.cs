namespace Slipway.Formats.Zip;

/// <summary>Why an archive is refused.</summary>
public enum ZipFault
{
    /// <summary>It has no structure of a zip archive.</summary>
    NotZip,

    /// <summary>A name leaves the archive, is absolute, or cannot be a file name everywhere.</summary>
    Traversal,

    /// <summary>An entry is a symbolic link, a device or another special file.</summary>
    Link,

    /// <summary>Two entries have the same name, or names that some file system takes for the same.</summary>
    Duplicate,

    /// <summary>Sizes, checksums, names or places contradict each other or the data.</summary>
    Inconsistent,

    /// <summary>It has more entries or unpacks to more than is allowed.</summary>
    TooLarge,

    /// <summary>An entry is encrypted.</summary>
    Encrypted,

    /// <summary>A method or feature that is not supported.</summary>
    Unsupported,
}
