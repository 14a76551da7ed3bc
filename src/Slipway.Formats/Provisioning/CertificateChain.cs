using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.Provisioning;

/// <summary>A certificate with its issuers. Each signature is verified, but not the trust in the root.</summary>
/// <param name="Certificates">The certificate, then its known issuers.</param>
/// <param name="MissingIssuer">Name of the missing issuer; null when the chain reaches a root.</param>
/// <param name="MissingIssuerUrl">URL of the missing issuer's certificate; null when none is missing or the URL is unknown.</param>
public sealed record CertificateChain(IReadOnlyList<X509Certificate2> Certificates, string? MissingIssuer, string? MissingIssuerUrl)
{
    /// <summary>Limit on the length of a chain.</summary>
    public const int MaxLength = 8;

    /// <summary>Whether the chain reaches a self-issued certificate.</summary>
    public bool IsComplete => MissingIssuer is null;

    /// <summary>Returns the certificates that are expired or not valid yet at a time.</summary>
    public IReadOnlyList<X509Certificate2> InvalidAt(DateTimeOffset time) =>
        [.. Certificates.Where(certificate => time.UtcDateTime < certificate.NotBefore.ToUniversalTime() || time.UtcDateTime > certificate.NotAfter.ToUniversalTime())];

    /// <summary>
    /// Finds the issuers of a certificate by name and signature. Of several certificates with the same name and key, such as renewed
    /// intermediates, the one that expires last is used.
    /// </summary>
    /// <param name="leaf">The certificate.</param>
    /// <param name="pool">Certificates that may be issuers, in any order.</param>
    /// <exception cref="MalformedInputException">A certificate cannot be read.</exception>
    public static CertificateChain Complete(X509Certificate2 leaf, IEnumerable<X509Certificate2> pool)
    {
        var candidates = pool.ToList();
        var chain = new List<X509Certificate2> { leaf };
        while (!IsRoot(chain[^1]))
        {
            var last = chain[^1];
            var issuer = candidates
                .Where(candidate => IsIssuer(candidate, last) && !chain.Contains(candidate))
                .MaxBy(candidate => candidate.NotAfter);
            if (issuer is null || chain.Count == MaxLength)
                return new CertificateChain(chain, last.Issuer, AppleCertificate.Describe(last).IssuerUrl);
            chain.Add(issuer);
        }

        return new CertificateChain(chain, null, null);
    }

    private static bool IsRoot(X509Certificate2 certificate) =>
        SameName(certificate.SubjectName, certificate.IssuerName) && CertificateSignature.IsBy(certificate, certificate);

    private static bool IsIssuer(X509Certificate2 candidate, X509Certificate2 certificate) =>
        SameName(candidate.SubjectName, certificate.IssuerName)
        && candidate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority)
        && CertificateSignature.IsBy(certificate, candidate);

    private static bool SameName(X500DistinguishedName one, X500DistinguishedName other) => one.RawData.AsSpan().SequenceEqual(other.RawData);
}
