using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Gateway.Relay;

/// <summary>The certificates of people who use the relay.</summary>
internal static class ClientCertificates
{
    // id-kp-clientAuth, RFC 5280, 4.2.1.12.
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Returns whether a client with this certificate, or with none, is accepted.</summary>
    public static bool Accept(X509Certificate? certificate, X509Chain? sent, ServingCertificate serving, bool required)
    {
        if (certificate is not X509Certificate2 shown)
            return !required;
        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                ApplicationPolicy = { new Oid(ClientAuthentication) },
            },
        };
        chain.ChainPolicy.CustomTrustStore.AddRange(serving.Authority!);
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(shown);
    }

    /// <summary>Returns the holder of a certificate: an email address, or the name of its subject.</summary>
    public static string? PersonOf(X509Certificate2? certificate)
    {
        if (certificate is null)
            return null;
        var mail = certificate.GetNameInfo(X509NameType.EmailName, forIssuer: false);
        var name = mail.Length > 0 ? mail : certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        return name.Length > 0 ? name : null;
    }

    /// <summary>Returns the TLS options of a connection.</summary>
    public static SslServerAuthenticationOptions Options(ServingCertificate serving, bool required)
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = serving.Context,
            EnabledSslProtocols = System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        };
        if (serving.Authority is not null)
        {
            // This requests a certificate; the callback decides about clients without one.
            options.ClientCertificateRequired = true;
            options.RemoteCertificateValidationCallback = (_, certificate, chain, _) => Accept(certificate, chain, serving, required);
        }

        return options;
    }
}
