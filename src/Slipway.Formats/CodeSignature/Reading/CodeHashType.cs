namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>Hashes of a code directory (apple-oss-distributions/Security, OSX/libsecurity_codesigning/lib/cscdefs.h).</summary>
public enum CodeHashType : byte
{
    /// <summary>SHA-1, 20 bytes.</summary>
    Sha1 = 1,

    /// <summary>SHA-256, 32 bytes.</summary>
    Sha256 = 2,

    /// <summary>The first 20 bytes of a SHA-256.</summary>
    Sha256Truncated = 3,

    /// <summary>SHA-384, 48 bytes.</summary>
    Sha384 = 4,
}
