using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Clients;

/// <summary>Knows clients by the certificate of their TLS connection to the gateway.</summary>
/// <param name="rule">Which are accepted.</param>
public sealed class CertificateAuthenticator(CertificateRule rule) : IClientAuthenticator
{
    /// <summary>No header can make up for a certificate.</summary>
    public string? Challenge => null;

    /// <inheritdoc/>
    public ValueTask<string?> AuthenticateAsync(ClientEvidence evidence, CancellationToken cancellation) =>
        new(evidence.Certificate is { } certificate ? rule.NameOf(certificate, null) : null);
}
