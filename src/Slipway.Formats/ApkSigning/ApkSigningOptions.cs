using System.Security.Cryptography;
using Slipway.Formats.Keys;

namespace Slipway.Formats.ApkSigning;

/// <summary>How a package is signed.</summary>
/// <param name="Signers">One or more keys; an update must be signed by the same.</param>
/// <param name="MinSdk">The oldest API level that the package runs on.</param>
/// <param name="TargetSdk">The API level that the package is made for.</param>
/// <param name="V1">JAR signature, the only one that Android before 7.0 (API 24) knows.</param>
/// <param name="V2">APK Signature Scheme v2, from API 24.</param>
/// <param name="V3">APK Signature Scheme v3, from API 28; it has one signer for each range of API levels, so it is left out when there are several.</param>
public sealed record ApkSigningOptions(IReadOnlyList<SigningKey> Signers, int MinSdk, int TargetSdk, bool V1, bool V2, bool V3)
{
    /// <summary>Deflate level, 1 to 9. Five takes a fifth less time than six for half a percent more bytes (docs/adr/0004).</summary>
    public int DeflateLevel { get; init; } = 5;

    /// <summary>The schemes that the API levels ask for.</summary>
    public static ApkSigningOptions For(IReadOnlyList<SigningKey> signers, int minSdk, int targetSdk) =>
        new(signers, minSdk, targetSdk, V1: minSdk < 24, V2: true, V3: signers.Count == 1);

    /// <summary>The JAR signature is made of SHA-1.</summary>
    internal bool NeedsSha1 => V1 && JarDigests.OfContents(this) == HashAlgorithmName.SHA1;

    /// <summary>V3, when it can be had.</summary>
    internal bool EffectiveV3 => V3 && Signers.Count == 1;
}
