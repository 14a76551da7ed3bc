using Slipway.Formats.Provisioning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>What the verification of a package for iOS found.</summary>
/// <param name="Bundles">The app, then what is nested in it.</param>
/// <param name="Profile">The profile of the app; null when there is none that can be read.</param>
/// <param name="Entries">Entries of the archive; empty when it is broken.</param>
/// <param name="IsSimulator">It is for the simulator, which asks for no signature: only the structure was looked at.</param>
/// <param name="Findings">Everything that is wrong.</param>
public sealed record IpaVerification(
    IReadOnlyList<BundleSignature> Bundles, ProvisioningProfile? Profile, IReadOnlyList<ZipEntry> Entries, bool IsSimulator, IReadOnlyList<IpaFinding> Findings)
{
    /// <summary>Nothing is wrong.</summary>
    public bool IsValid => Findings.Count == 0;
}
