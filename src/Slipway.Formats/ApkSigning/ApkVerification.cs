using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>The result of verifying a package.</summary>
/// <param name="Present">Schemes with which the package is signed.</param>
/// <param name="Verified">Schemes of which all signers and digests are valid; v3.1 is only detected, not verified.</param>
/// <param name="Signers">All signers that could be read.</param>
/// <param name="Entries">The entries; empty when the archive itself is malformed.</param>
/// <param name="Issues">All faults.</param>
public sealed record ApkVerification(
    IReadOnlySet<ApkScheme> Present, IReadOnlySet<ApkScheme> Verified, IReadOnlyList<ApkSigner> Signers, IReadOnlyList<ZipEntry> Entries, IReadOnlyList<ApkIssue> Issues)
{
    /// <summary>True when devices accept the package.</summary>
    public bool IsValid => !Issues.Any(issue => issue.IsError);
}
