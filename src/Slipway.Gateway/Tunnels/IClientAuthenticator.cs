namespace Slipway.Gateway.Tunnels;

/// <summary>Authenticates clients.</summary>
public interface IClientAuthenticator
{
    /// <summary>The value of Proxy-Authenticate for a client that sent no credentials (RFC 9110 section 11.7); null when no header field could help.</summary>
    string? Challenge { get; }

    /// <summary>Returns the name of the client; null when the client is not authenticated.</summary>
    ValueTask<string?> AuthenticateAsync(ClientEvidence evidence, CancellationToken cancellation);
}
