using System.Security.Cryptography.X509Certificates;
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

/// <summary>A signer of a package.</summary>
/// <param name="Scheme">The signature scheme.</param>
/// <param name="Certificate">The signer's certificate.</param>
/// <param name="MinSdk">First API level that looks at this signer.</param>
/// <param name="MaxSdk">Last API level that looks at this signer.</param>
public sealed record ApkSigner(ApkScheme Scheme, X509Certificate2 Certificate, int MinSdk, int MaxSdk)
{
    /// <summary>SHA-256 of the certificate, which identifies the signer.</summary>
    public ContentHash CertificateHash => ContentHash.Of(Certificate.RawData);
}
