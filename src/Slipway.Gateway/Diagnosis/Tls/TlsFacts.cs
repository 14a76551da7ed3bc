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
/// <param name="Root">The last certificate of the chain, which is the certificate itself where it is self-signed; null when the chain is not whole.</param>
/// <param name="Errors">What the system holds against it.</param>
/// <param name="IsOutOfTime">Is it not valid at the time of this machine?</param>
/// <param name="OnlyOutOfTime">Is nothing else wrong with the chain?</param>
internal sealed record TlsFacts(
    string Subject, string Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter, string Key, IReadOnlyList<string> Chain, byte[]? Root,
    SslPolicyErrors Errors, bool IsOutOfTime, bool OnlyOutOfTime)
{
    private const int MostNames = 5;

    /// <summary>Hosts that the certificate is for (RFC 9525: the subject does not count, and may be empty).</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Does the system hold nothing against it?</summary>
    public bool IsTrusted => Errors == SslPolicyErrors.None;

    /// <summary>Did it issue itself?</summary>
    public bool IsSelfSigned { get; init; }

    /// <summary>Is the issuer of one of the certificates neither sent along nor known here?</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whom it is for, for people.</summary>
    public string For => Names.Count > 0 ? string.Join(", ", Names.Take(MostNames)) + (Names.Count > MostNames ? ", …" : "") : Subject.Length > 0 ? Subject : "nobody";

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
        var isPartial = flags.Contains(X509ChainStatusFlags.PartialChain);
        return new TlsFacts(
            certificate.Subject,
            certificate.Issuer,
            new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
            new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
            KeyOf(certificate),
            [.. above.Select(c => c.Subject)],
            isPartial ? null : (above.LastOrDefault() ?? certificate).RawData,
            errors,
            flags.Contains(X509ChainStatusFlags.NotTimeValid),
            errors == SslPolicyErrors.RemoteCertificateChainErrors && flags.TrueForAll(flag => flag is X509ChainStatusFlags.NotTimeValid or X509ChainStatusFlags.NoError))
        {
            Names = NamesOf(certificate),
            IsSelfSigned = certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData),
            IsPartial = isPartial,
        };
    }

    private static IReadOnlyList<string> NamesOf(X509Certificate2 certificate)
    {
        try
        {
            return [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString())))];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <summary>For the report.</summary>
    public IEnumerable<Fact> Facts()
    {
        yield return new Fact("version", Protocol);
        yield return new Fact("alpn", Application.Length > 0 ? Application : "none");
        yield return new Fact("subject", Subject);
        if (Names.Count > 0)
            yield return new Fact("for", For);
        yield return new Fact("issuer", IsSelfSigned ? "itself" : Issuer);
        if (Chain.Count > 0)
            yield return new Fact("chain", string.Join(" < ", Chain));
        yield return new Fact("valid", $"{NotBefore:yyyy-MM-dd HH:mm} to {NotAfter:yyyy-MM-dd HH:mm} UTC");
        yield return new Fact("public key", Key);
    }
}
