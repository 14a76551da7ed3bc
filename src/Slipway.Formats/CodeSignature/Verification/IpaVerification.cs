using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>The result of verifying a package for iOS.</summary>
/// <param name="Bundles">The app, then its nested bundles and libraries.</param>
/// <param name="Profile">The profile of the app; null when it is missing or unreadable.</param>
/// <param name="Entries">Entries of the archive; empty when it is malformed.</param>
/// <param name="IsSimulator">True for a package for the simulator, which requires no signature: only the structure was verified.</param>
/// <param name="Findings">All faults.</param>
public sealed record IpaVerification(
    IReadOnlyList<BundleSignature> Bundles, ProvisioningProfile? Profile, IReadOnlyList<ZipEntry> Entries, bool IsSimulator, IReadOnlyList<IpaFinding> Findings)
{
    /// <summary>True when there is no finding.</summary>
    public bool IsValid => Findings.Count == 0;
}

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
