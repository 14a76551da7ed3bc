using System.Security.Cryptography;
using Slipway.Formats.Keys;

namespace Slipway.Formats.ApkSigning;

/// <summary>Options for signing a package.</summary>
/// <param name="Signers">One or more keys; an update must be signed with the same keys.</param>
/// <param name="MinSdk">The oldest API level that the package runs on.</param>
/// <param name="TargetSdk">The target API level of the package.</param>
/// <param name="V1">JAR signature, the only scheme of Android before 7.0 (API 24).</param>
/// <param name="V2">APK Signature Scheme v2, from API 24.</param>
/// <param name="V3">
/// APK Signature Scheme v3, from API 28; it allows one signer for each range of API levels, so it is omitted when there are
/// several signers.
/// </param>
public sealed record ApkSigningOptions(IReadOnlyList<SigningKey> Signers, int MinSdk, int TargetSdk, bool V1, bool V2, bool V3)
{
    /// <summary>
    /// Deflate level, 1 to 9. Compared with level 6, level 5 takes a fifth less time and half a percent more bytes (docs/adr/0004).
    /// </summary>
    public int DeflateLevel { get; init; } = 5;

    /// <summary>Returns options with the schemes that the API levels require.</summary>
    public static ApkSigningOptions For(IReadOnlyList<SigningKey> signers, int minSdk, int targetSdk) =>
        new(signers, minSdk, targetSdk, V1: minSdk < 24, V2: true, V3: signers.Count == 1);

    /// <summary>True when the JAR signature uses SHA-1.</summary>
    internal bool NeedsSha1 => V1 && JarDigests.OfContents(this) == HashAlgorithmName.SHA1;

    /// <summary>True when the package is signed with v3: requested, and one signer only.</summary>
    internal bool EffectiveV3 => V3 && Signers.Count == 1;
}
