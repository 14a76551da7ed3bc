using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>What a relay shows and whom it knows, as it was in its files at one time.</summary>
internal sealed class ServingCertificate
{
    private readonly X509Certificate2 _leaf;

    private ServingCertificate(X509Certificate2 leaf, X509Certificate2Collection issuers, X509Certificate2Collection? authority)
    {
        _leaf = leaf;
        Context = SslStreamCertificateContext.Create(leaf, issuers, offline: true);
        Authority = authority;
    }

    /// <summary>The certificate with its issuers.</summary>
    public SslStreamCertificateContext Context { get; }

    /// <summary>Those who issue people's certificates; null when none are asked for.</summary>
    public X509Certificate2Collection? Authority { get; }

    /// <summary>When it expires.</summary>
    public DateTimeOffset Expires => new(_leaf.NotAfter.ToUniversalTime());

    /// <summary>Does it have a name, or an address, of a host?</summary>
    public bool IsFor(string host) => host.Length > 0 && _leaf.MatchesHostname(host, allowWildcards: true, allowCommonName: true);

    /// <summary>Reads the files.</summary>
    /// <param name="files">Their texts, by path.</param>
    /// <param name="settings">Which is which.</param>
    /// <exception cref="ProblemException">They cannot be used.</exception>
    public static ServingCertificate Read(IReadOnlyDictionary<string, string> files, RelaySettings settings)
    {
        try
        {
            var leaf = X509Certificate2.CreateFromPem(files[settings.Certificate], files[settings.Key]);
            var all = new X509Certificate2Collection();
            all.ImportFromPem(files[settings.Certificate]);
            return new ServingCertificate(leaf, [.. all.Skip(1)], Authorities(files, settings.ClientAuthority));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new ProblemException(RelayProblems.CertificateUnusable.At(settings.Certificate, "The file has no certificate in PEM, or the key is not the one of the certificate."), e);
        }
    }

    private static X509Certificate2Collection? Authorities(IReadOnlyDictionary<string, string> files, string? path)
    {
        if (path is null)
            return null;
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(files[path]);
        }
        catch (CryptographicException e)
        {
            throw new ProblemException(RelayProblems.AuthorityUnusable.At(path, "A certificate in the file cannot be read."), e);
        }

        return authorities.Count > 0 ? authorities : throw new ProblemException(RelayProblems.AuthorityUnusable.At(path, "The file has no certificate in PEM."));
    }
}
