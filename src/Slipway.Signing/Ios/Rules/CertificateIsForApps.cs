using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>Apple issued the certificate for apps, and its key is strong enough.</summary>
internal sealed class CertificateIsForApps : IAppleRule
{
    private const int SmallestRsa = 2048;

    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts is not { Certificate: { } certificate, Leaf: { } leaf })
            yield break;
        var where = facts.Request.Certificate.Name;
        if (certificate.Kind is not (AppleCertificateKind.Development or AppleCertificateKind.Distribution))
            yield return AppleSigningProblems.CertificateInvalid.At(where, $"'{certificate.CommonName}' is not a certificate that Apple issues for the development or distribution of apps.");
        else if (certificate.Team is null)
            yield return AppleSigningProblems.CertificateInvalid.At(where, $"'{certificate.CommonName}' has no team.");
        using var rsa = leaf.GetRSAPublicKey();
        if (rsa is null)
            yield return AppleSigningProblems.CertificateInvalid.At(where, $"The key of '{certificate.CommonName}' is not RSA.");
        else if (rsa.KeySize < SmallestRsa)
            yield return AppleSigningProblems.CertificateInvalid.At(where, $"The RSA key of '{certificate.CommonName}' has {rsa.KeySize} bits; expected {SmallestRsa} or more.");
    }
}
