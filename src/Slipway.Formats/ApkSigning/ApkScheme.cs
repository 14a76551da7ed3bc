namespace Slipway.Formats.ApkSigning;

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
