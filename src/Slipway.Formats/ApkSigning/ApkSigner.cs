using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

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
