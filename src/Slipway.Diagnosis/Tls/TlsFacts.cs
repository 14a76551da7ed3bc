using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Diagnosis.Tls;

/// <summary>The facts about a TLS connection.</summary>
/// <param name="Subject">The subject of the certificate.</param>
/// <param name="Issuer">The issuer of the certificate.</param>
/// <param name="NotBefore">The start of its validity.</param>
/// <param name="NotAfter">The end of its validity.</param>
/// <param name="Key">The hash of the public key, <c>sha256/BASE64</c>.</param>
/// <param name="Chain">The names of the certificates above it.</param>
/// <param name="Root">The last certificate of the chain, which is the certificate itself when it is self-signed; null when the chain is incomplete.</param>
/// <param name="Errors">The errors that the system finds.</param>
/// <param name="IsOutOfTime">Whether the certificate is outside its validity by this machine's clock.</param>
/// <param name="OnlyOutOfTime">Whether the validity is the chain's only error.</param>
internal sealed record TlsFacts(
    string Subject, string Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter, string Key, IReadOnlyList<string> Chain, byte[]? Root,
    SslPolicyErrors Errors, bool IsOutOfTime, bool OnlyOutOfTime)
{
    private const int MostNames = 5;

    /// <summary>The hosts that the certificate names (RFC 9525: the subject does not count, and may be empty).</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether the system accepts the certificate.</summary>
    public bool IsTrusted => Errors == SslPolicyErrors.None;

    /// <summary>Whether the certificate is self-signed.</summary>
    public bool IsSelfSigned { get; init; }

    /// <summary>Whether an issuer in the chain was not sent along and is not known here.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The names in the certificate, for messages.</summary>
    public string For =>
        Names.Count > 0 ? string.Join(", ", Names.Take(MostNames)) + (Names.Count > MostNames ? ", …" : "") : Subject.Length > 0 ? Subject : "nobody";

    /// <summary>The TLS version and cipher suite.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>The duration of the handshake, without the connection.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The protocol negotiated by ALPN: h2 or http/1.1.</summary>
    public string Application { get; init; } = "";

    /// <summary>Returns the hash of a public key, in the form of HPKP and curl.</summary>
    public static string KeyOf(X509Certificate2 certificate) =>
        "sha256/" + Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>Reads the facts from a certificate. The chain is disposed soon, so everything needed from it is copied.</summary>
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
            errors == SslPolicyErrors.RemoteCertificateChainErrors
                && flags.TrueForAll(flag => flag is X509ChainStatusFlags.NotTimeValid or X509ChainStatusFlags.NoError))
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
            return [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
                .SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString())))];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <summary>Returns the facts for the report.</summary>
    public IEnumerable<MeasuredFact> Facts()
    {
        yield return new MeasuredFact("version", Protocol);
        yield return new MeasuredFact("alpn", Application.Length > 0 ? Application : "none");
        yield return new MeasuredFact("subject", Subject);
        if (Names.Count > 0)
            yield return new MeasuredFact("for", For);
        yield return new MeasuredFact("issuer", IsSelfSigned ? "itself" : Issuer);
        if (Chain.Count > 0)
            yield return new MeasuredFact("chain", string.Join(" < ", Chain));
        yield return new MeasuredFact("valid", $"{NotBefore:yyyy-MM-dd HH:mm} to {NotAfter:yyyy-MM-dd HH:mm} UTC");
        yield return new MeasuredFact("public key", Key);
    }
}
