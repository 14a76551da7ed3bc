using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.ApkSigning;
using Slipway.Protocol.Problems;

namespace Slipway.Signing;

/// <summary>
/// Rules for keys of Android packages. Android checks neither the dates of a certificate nor the length of its key, and a published
/// app must keep its key. So a weak key or an expired certificate is a warning only.
/// </summary>
internal static class CertificateRules
{
    private const int WarningDays = 30;
    private const int SmallestGood = 2048;

    /// <summary>Weak signature algorithms of certificates, about which keytool and other tools warn (RFC 3279, 2.2; RFC 5758).</summary>
    private static readonly Dictionary<string, string> WeakSignatures = new()
    {
        ["1.2.840.113549.1.1.2"] = "MD2",
        ["1.2.840.113549.1.1.4"] = "MD5",
        ["1.2.840.113549.1.1.5"] = "SHA-1",
        ["1.2.840.10040.4.3"] = "SHA-1",
        ["1.2.840.10045.4.1"] = "SHA-1",
    };

    /// <summary>Returns the problems of a certificate at a time.</summary>
    public static IEnumerable<Problem> Check(X509Certificate2 certificate, string where, DateTimeOffset now)
    {
        if (Dates(certificate, where, now) is { } dates)
            yield return dates;
        using var key = AndroidKeys.PublicKeyOf(certificate);
        if (key is null)
            yield return SigningProblems.KeyUnsuitable.At(where, "The key is neither RSA, EC nor DSA.");
        else if (AndroidKeys.FindFault(key) is { } fault)
            yield return SigningProblems.KeyUnsuitable.At(where, $"The key cannot be used: {fault}.");
        else if (Weaknesses(certificate, key) is { Count: > 0 } weak)
            yield return SigningProblems.KeyWeak.At(where, $"{string.Join(", and ", weak)}.");
    }

    private static Problem? Dates(X509Certificate2 certificate, string where, DateTimeOffset now)
    {
        var end = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        var start = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        if (now > end)
            return SigningProblems.KeyExpired.At(where, $"The certificate expired on {end:yyyy-MM-dd}.");
        if (now < start)
            return SigningProblems.KeyNotYetValid.At(where, $"The certificate is not valid before {start:yyyy-MM-dd}.");
        return end - now < TimeSpan.FromDays(WarningDays) ? SigningProblems.CertificateEndsSoon.At(where, $"The certificate expires on {end:yyyy-MM-dd}.") : null;
    }

    private static List<string> Weaknesses(X509Certificate2 certificate, AsymmetricAlgorithm key)
    {
        var weak = new List<string>();
        if (key is RSA or DSA && key.KeySize < SmallestGood)
            weak.Add($"The {(key is RSA ? "RSA" : "DSA")} key has {key.KeySize} bits");
        if (certificate.SignatureAlgorithm.Value is { } algorithm && WeakSignatures.TryGetValue(algorithm, out var hash))
            weak.Add($"{(weak.Count == 0 ? "The" : "the")} certificate is signed with {hash}");
        return weak;
    }
}
