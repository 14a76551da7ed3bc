using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>The signature of one bundle or library of a package.</summary>
/// <param name="Path">The bundle's folder, or the library, in the archive.</param>
/// <param name="Info">Info.plist; null for a library or when it cannot be read.</param>
/// <param name="Signature">The embedded signature; null when it is missing or unreadable.</param>
/// <param name="Entitlements">The entitlements that the signature grants; null when there are none.</param>
/// <param name="Chain">Certificates from the signer upwards, as far as they are known.</param>
public sealed record BundleSignature(
    string Path, PlistDictionary? Info, EmbeddedSignature? Signature, PlistDictionary? Entitlements, IReadOnlyList<X509Certificate2> Chain)
{
    /// <summary>The primary code directory, or null.</summary>
    public CodeDirectory? Directory => Signature?.CodeDirectories[0];

    /// <summary>Certificate of the signer, or null.</summary>
    public X509Certificate2? Signer => Chain.Count > 0 ? Chain[0] : null;
}
