namespace Slipway.Formats.ApkSigning;

/// <summary>
/// Numbers of the APK Signature Schemes. Source: source.android.com, "APK Signature Scheme v2", "v3" and "v3.1"; the padding
/// pair is that of AOSP's apksig.
/// </summary>
internal static class ApkSchemes
{
    public const uint V2Block = 0x7109871a;
    public const uint V3Block = 0xf05368c0;
    public const uint V31Block = 0x1b93ad61;
    public const uint PaddingBlock = 0x42726577;

    /// <summary>Attribute of v2 that names the newer scheme with which the package must also be signed.</summary>
    public const uint StrippingAttribute = 0xbeeff00d;

    /// <summary>Attribute of v3 with the earlier certificates of a rotated key.</summary>
    public const uint LineageAttribute = 0x3ba06f8c;

    public const int V3FirstSdk = 28;
    public const int V2FirstSdk = 24;

    /// <summary>The block ends at a multiple of this number, so that fs-verity can map the bytes after it.</summary>
    public const int BlockAlignment = 4096;

    public const int ChunkSize = 1 << 20;
    public const byte ChunkPrefix = 0xa5;
    public const byte TopPrefix = 0x5a;

    public static ReadOnlySpan<byte> Magic => "APK Sig Block 42"u8;
}

/// <summary>The ways in which a package can be signed.</summary>
public enum ApkScheme
{
    /// <summary>JAR signature.</summary>
    V1,

    /// <summary>APK Signature Scheme v2.</summary>
    V2,

    /// <summary>APK Signature Scheme v3.</summary>
    V3,

    /// <summary>APK Signature Scheme v3.1: a rotated key for API 33 and later.</summary>
    V31,
}
