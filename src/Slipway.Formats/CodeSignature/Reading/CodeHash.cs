using System.Security.Cryptography;

namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>Computes the hashes that code directories hold.</summary>
internal static class CodeHash
{
    public const int CdHashSize = 20;

    /// <summary>Bytes of a hash; 0 for a type that is not known.</summary>
    public static int SizeOf(CodeHashType type) => type switch
    {
        CodeHashType.Sha1 or CodeHashType.Sha256Truncated => 20,
        CodeHashType.Sha256 => 32,
        CodeHashType.Sha384 => 48,
        _ => 0,
    };

    public static HashAlgorithmName Algorithm(CodeHashType type) => type switch
    {
        CodeHashType.Sha1 => HashAlgorithmName.SHA1,
        CodeHashType.Sha384 => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA256,
    };

    /// <summary>Returns the hash, truncated to the length of a slot.</summary>
    public static byte[] Of(CodeHashType type, ReadOnlySpan<byte> content) =>
        CryptographicOperations.HashData(Algorithm(type), content)[..SizeOf(type)];
}

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
