using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Gateway.Diagnosis.Tls;

/// <summary>What was seen of an encrypted connection.</summary>
/// <param name="Subject">Whom the certificate is for.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="NotBefore">From when it is valid.</param>
/// <param name="NotAfter">Until when.</param>
/// <param name="Key"><c>sha256/BASE64</c> of the public key.</param>
/// <param name="Chain">Names of the certificates above it.</param>
/// <param name="Root">The last certificate of the chain; null when the chain is not whole.</param>
/// <param name="Errors">What the system holds against it.</param>
/// <param name="IsOutOfTime">Is it not valid at the time of this machine?</param>
/// <param name="OnlyOutOfTime">Is nothing else wrong with the chain?</param>
internal sealed record TlsFacts(
    string Subject, string Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter, string Key, IReadOnlyList<string> Chain, byte[]? Root,
    SslPolicyErrors Errors, bool IsOutOfTime, bool OnlyOutOfTime)
{
    /// <summary>Version and suite.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>How long the handshake took, without the connection.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What was agreed by ALPN: h2 or http/1.1.</summary>
    public string Application { get; init; } = "";

    /// <summary>The name of a public key, as HPKP and curl write it.</summary>
    public static string KeyOf(X509Certificate2 certificate) => "sha256/" + Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>What was seen of a certificate; the chain is taken apart soon, so everything is kept that is needed.</summary>
    public static TlsFacts Of(X509Certificate2 certificate, X509Chain chain, SslPolicyErrors errors)
    {
        var flags = chain.ChainStatus.Select(status => status.Status).ToList();
        var above = chain.ChainElements.Skip(1).Select(element => element.Certificate).ToList();
        return new TlsFacts(
            certificate.Subject,
            certificate.Issuer,
            new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
            new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
            KeyOf(certificate),
            [.. above.Select(c => c.Subject)],
            above.LastOrDefault()?.RawData,
            errors,
            flags.Contains(X509ChainStatusFlags.NotTimeValid),
            errors == SslPolicyErrors.RemoteCertificateChainErrors && flags.TrueForAll(flag => flag is X509ChainStatusFlags.NotTimeValid or X509ChainStatusFlags.NoError));
    }

    /// <summary>For the report.</summary>
    public IEnumerable<Fact> Facts()
    {
        yield return new Fact("version", Protocol);
        yield return new Fact("alpn", Application.Length > 0 ? Application : "none");
        yield return new Fact("subject", Subject);
        yield return new Fact("issuer", Issuer);
        if (Chain.Count > 0)
            yield return new Fact("chain", string.Join(" < ", Chain));
        yield return new Fact("valid", $"{NotBefore:yyyy-MM-dd HH:mm} to {NotAfter:yyyy-MM-dd HH:mm} UTC");
        yield return new Fact("public key", Key);
    }
}
