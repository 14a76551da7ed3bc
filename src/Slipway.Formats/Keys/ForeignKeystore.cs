namespace Slipway.Formats.Keys;

/// <summary>Kinds of files with keys that are recognised, and not read.</summary>
public enum ForeignKeystore
{
    /// <summary>None that is known.</summary>
    Unknown,

    /// <summary>Java's JCEKS.</summary>
    Jceks,

    /// <summary>BouncyCastle's BKS.</summary>
    Bks,

    /// <summary>BouncyCastle's UBER, which is encrypted as a whole.</summary>
    Uber,

    /// <summary>Text with keys or certificates.</summary>
    Pem,

    /// <summary>A key, a certificate or another structure in DER.</summary>
    Der,

    /// <summary>A keystore as text, as build servers keep it.</summary>
    Base64,

    /// <summary>What a repository holds instead of a large file.</summary>
    LfsPointer,

    /// <summary>A page that a server sent instead of the file.</summary>
    WebPage,

    /// <summary>An archive.</summary>
    Zip,

    /// <summary>Nothing at all.</summary>
    Empty,
}
