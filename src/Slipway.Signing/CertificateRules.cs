using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>What must hold for a key before anything is signed with it.</summary>
internal static class CertificateRules
{
    private const int WarningDays = 30;
    private const int SmallestRsa = 2048;

    /// <summary>What is wrong with a certificate at a time.</summary>
    public static IEnumerable<Problem> Check(X509Certificate2 certificate, string where, DateTimeOffset now)
    {
        var end = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        var start = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        if (now > end)
            yield return SigningProblems.CertificateExpired.At(where, $"The certificate expired on {end:yyyy-MM-dd}.");
        else if (now < start)
            yield return SigningProblems.CertificateNotYet.At(where, $"The certificate is valid from {start:yyyy-MM-dd} on.");
        else if (end - now < TimeSpan.FromDays(WarningDays))
            yield return SigningProblems.CertificateEndsSoon.At(where, $"The certificate expires on {end:yyyy-MM-dd}.");
        using var rsa = certificate.GetRSAPublicKey();
        using var ec = certificate.GetECDsaPublicKey();
        if (rsa is null && ec is null)
            yield return SigningProblems.KeyUnsuitable.At(where, "The key is neither RSA nor EC.");
        else if (rsa is { KeySize: < SmallestRsa })
            yield return SigningProblems.KeyUnsuitable.At(where, $"The RSA key has {rsa.KeySize} bits.");
        else if (ec is not null && ec.KeySize is not (256 or 384 or 521))
            yield return SigningProblems.KeyUnsuitable.At(where, "The EC key is on an unusual curve.");
    }
}
