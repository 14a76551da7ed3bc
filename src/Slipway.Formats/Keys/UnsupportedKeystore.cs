namespace Slipway.Formats.Keys;

/// <summary>Kinds of files that are recognised but not read as keystores.</summary>
public enum UnsupportedKeystore
{
    /// <summary>An unknown kind.</summary>
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

    /// <summary>A keystore encoded as base64 text, the form in which build servers store files.</summary>
    Base64,

    /// <summary>A pointer of Git LFS, which a repository holds instead of a large file.</summary>
    LfsPointer,

    /// <summary>A web page that a server sent instead of the file.</summary>
    WebPage,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>An empty file.</summary>
    Empty,
}
