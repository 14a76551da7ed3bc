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
