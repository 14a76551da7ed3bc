using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Clients;

/// <summary>Authenticates clients by the certificate of their TLS connection to the gateway.</summary>
/// <param name="rule">Which certificates are accepted.</param>
public sealed class CertificateAuthenticator(CertificateRule rule) : IClientAuthenticator
{
    /// <summary>Always null, because no header field can replace a certificate.</summary>
    public string? Challenge => null;

    /// <inheritdoc/>
    public ValueTask<string?> AuthenticateAsync(ClientEvidence evidence, CancellationToken cancellation) =>
        new(evidence.Certificate is { } certificate ? rule.NameOf(certificate, null) : null);
}
