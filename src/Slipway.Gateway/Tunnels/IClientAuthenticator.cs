namespace Slipway.Gateway.Tunnels;

/// <summary>Tells who a client is.</summary>
public interface IClientAuthenticator
{
    /// <summary>What Proxy-Authenticate says to a client that did not say who it is (RFC 9110 section 11.7); null when no header could help.</summary>
    string? Challenge { get; }

    /// <summary>The name of the client; null when it is not known.</summary>
    ValueTask<string?> AuthenticateAsync(ClientEvidence evidence, CancellationToken cancellation);
}
