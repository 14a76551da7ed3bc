using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>What the verification of a package found.</summary>
/// <param name="Present">Schemes that the package has.</param>
/// <param name="Verified">Schemes whose every signer and digest is right; v3.1 is only told to be present.</param>
/// <param name="Signers">All signers that could be read.</param>
/// <param name="Entries">The entries; empty when the archive itself is broken.</param>
/// <param name="Issues">Everything that is wrong.</param>
public sealed record ApkVerification(
    IReadOnlySet<ApkScheme> Present, IReadOnlySet<ApkScheme> Verified, IReadOnlyList<ApkSigner> Signers, IReadOnlyList<ZipEntry> Entries, IReadOnlyList<ApkIssue> Issues)
{
    /// <summary>Devices accept the package.</summary>
    public bool IsValid => !Issues.Any(issue => issue.IsError);
}
