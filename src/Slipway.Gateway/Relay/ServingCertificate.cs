using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>The relay's certificate and the authorities of its clients, as read from their files at one time.</summary>
internal sealed class ServingCertificate
{
    private readonly X509Certificate2 _leaf;

    private ServingCertificate(X509Certificate2 leaf, X509Certificate2Collection issuers, X509Certificate2Collection? authority)
    {
        _leaf = leaf;
        Context = SslStreamCertificateContext.Create(leaf, issuers, offline: true);
        Authority = authority;
    }

    /// <summary>The certificate with its intermediate certificates.</summary>
    public SslStreamCertificateContext Context { get; }

    /// <summary>The authorities of people's certificates; null when clients need no certificate.</summary>
    public X509Certificate2Collection? Authority { get; }

    /// <summary>When the certificate expires.</summary>
    public DateTimeOffset Expires => new(_leaf.NotAfter.ToUniversalTime());

    /// <summary>Returns whether the certificate covers a host name or an address.</summary>
    public bool IsFor(string host) => host.Length > 0 && _leaf.MatchesHostname(host, allowWildcards: true, allowCommonName: true);

    /// <summary>Reads the files.</summary>
    /// <param name="files">The contents of the files, by path.</param>
    /// <param name="settings">The settings, which name the files.</param>
    /// <exception cref="ProblemException">The files cannot be used.</exception>
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
            throw new ProblemException(RelayProblems.CertificateUnusable.At(settings.Certificate,
                "The file contains no certificate in PEM form, or the key does not belong to the certificate."), e);
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

        return authorities.Count > 0
            ? authorities
            : throw new ProblemException(RelayProblems.AuthorityUnusable.At(path, "The file contains no certificate in PEM form."));
    }
}
