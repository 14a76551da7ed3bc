using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Gateway.Tunnels;

/// <summary>Authenticates clients.</summary>
public interface IClientAuthenticator
{
    /// <summary>The value of Proxy-Authenticate for a client that sent no credentials (RFC 9110 section 11.7); null when no header field could help.</summary>
    string? Challenge { get; }

    /// <summary>Returns the name of the client; null when the client is not authenticated.</summary>
    ValueTask<string?> AuthenticateAsync(ClientEvidence evidence, CancellationToken cancellation);
}

/// <summary>What identifies a client.</summary>
/// <param name="Address">The client's address.</param>
/// <param name="ProxyAuthorization">The header field of that name; null when the request has none.</param>
/// <param name="Certificate">The certificate of the client's TLS connection to the proxy; null when it has none.</param>
public readonly record struct ClientEvidence(IPAddress Address, string? ProxyAuthorization, X509Certificate2? Certificate);
