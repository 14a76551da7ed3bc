using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Gateway.Tests.Relay;

/// <summary>An authority of a test, and certificates that it issues, as PEM files.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _root;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private int _serial = 1;

    public TestAuthority(string name = "Test Authority")
    {
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        _root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        File = _folder.Add("ca.pem", _root.ExportCertificatePem());
    }

    /// <summary>The authority's certificate.</summary>
    public string File { get; }

    /// <summary>Trusts this authority only.</summary>
    public X509ChainPolicy Trust => new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { _root }, RevocationMode = X509RevocationMode.NoCheck };

    /// <summary>Issues a certificate for hosts; gives the files of certificate and key.</summary>
    public (string Certificate, string Key) Server(params string[] hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        return Issue(hosts[0], names, "1.3.6.1.5.5.7.3.1", DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Issues a certificate for a person.</summary>
    public (string Certificate, string Key) Person(string name, string? mail = null, bool expired = false)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (mail is not null)
            names.AddEmailAddress(mail);
        return Issue(name, names, "1.3.6.1.5.5.7.3.2", expired ? DateTimeOffset.UtcNow.AddHours(-1) : DateTimeOffset.UtcNow.AddDays(1));
    }

    public void Dispose()
    {
        _root.Dispose();
        _key.Dispose();
        _folder.Dispose();
    }

    private (string Certificate, string Key) Issue(string name, SubjectAlternativeNameBuilder names, string purpose, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        request.CertificateExtensions.Add(names.Build());
        var number = _serial++;
        using var issued = request.Create(_root, DateTimeOffset.UtcNow.AddHours(-2), until, [1, (byte)number]);
        return (_folder.Add($"{number}.pem", issued.ExportCertificatePem()), _folder.Add($"{number}.key", key.ExportPkcs8PrivateKeyPem()));
    }
}
