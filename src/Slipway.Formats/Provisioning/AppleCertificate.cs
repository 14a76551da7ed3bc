using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.Provisioning;

/// <summary>
/// The claims of a certificate. Extensions under 1.2.840.113635.100.6 determine the kind (Apple's certification practice statements,
/// www.apple.com/certificateauthority). The claims are unproven until the chain is verified.
/// </summary>
/// <param name="Kind">Its purpose.</param>
/// <param name="Team">The team: the organisational unit of a developer's certificate.</param>
/// <param name="CommonName">The common name.</param>
/// <param name="Issuer">Name of the issuer.</param>
/// <param name="NotBefore">Start of its validity.</param>
/// <param name="NotAfter">End of its validity.</param>
/// <param name="IssuerUrl">URL of the issuer's certificate (authority information access); null when the certificate has none.</param>
/// <param name="KeyId">Id of its key, in hexadecimal.</param>
/// <param name="IssuerKeyId">Id of the issuer's key, in hexadecimal.</param>
public sealed record AppleCertificate(
    AppleCertificateKind Kind,
    string? Team,
    string? CommonName,
    string Issuer,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string? IssuerUrl,
    string? KeyId,
    string? IssuerKeyId)
{
    private const string OrganizationalUnit = "2.5.4.11";
    private const string CommonNameType = "2.5.4.3";

    /// <summary>Describes a certificate.</summary>
    /// <exception cref="MalformedInputException">A field of it cannot be read.</exception>
    public static AppleCertificate Describe(X509Certificate2 certificate)
    {
        try
        {
            return new AppleCertificate(
                KindOf(certificate),
                PartOf(certificate.SubjectName, OrganizationalUnit),
                PartOf(certificate.SubjectName, CommonNameType),
                certificate.Issuer,
                new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
                new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
                certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>().SelectMany(access => access.EnumerateCAIssuersUris()).FirstOrDefault(),
                certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifier,
                certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is { } id ? Convert.ToHexString(id.Span) : null);
        }
        catch (Exception broken) when (ProfileReader.IsFaultOfInput(broken))
        {
            throw new MalformedInputException("certificate", "a field cannot be read", inner: broken);
        }
    }

    private static AppleCertificateKind KindOf(X509Certificate2 certificate)
    {
        foreach (var extension in certificate.Extensions)
        {
            switch (extension.Oid?.Value)
            {
                case "1.2.840.113635.100.6.1.2" or "1.2.840.113635.100.6.1.12":
                    return AppleCertificateKind.Development;
                case "1.2.840.113635.100.6.1.4" or "1.2.840.113635.100.6.1.7":
                    return AppleCertificateKind.Distribution;
                case "1.2.840.113635.100.6.2.1":
                    return AppleCertificateKind.Intermediate;
            }
        }

        return AppleCertificateKind.Other;
    }

    private static string? PartOf(X500DistinguishedName name, string type)
    {
        foreach (var part in name.EnumerateRelativeDistinguishedNames())
        {
            if (!part.HasMultipleElements && part.GetSingleElementType().Value == type)
                return part.GetSingleElementValue();
        }

        return null;
    }
}

/// <summary>Purposes of certificates.</summary>
public enum AppleCertificateKind
{
    /// <summary>Another purpose.</summary>
    Other,

    /// <summary>Signs apps for listed devices of developers.</summary>
    Development,

    /// <summary>Signs apps for the store, for listed devices without a debugger, and in house.</summary>
    Distribution,

    /// <summary>Issues the certificates of developers.</summary>
    Intermediate,
}
