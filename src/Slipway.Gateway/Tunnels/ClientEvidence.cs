using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Gateway.Tunnels;

/// <summary>What a client shows of itself.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="ProxyAuthorization">The header field of that name; null without one.</param>
/// <param name="Certificate">The certificate of its TLS connection to the proxy; null without one.</param>
public readonly record struct ClientEvidence(IPAddress Address, string? ProxyAuthorization, X509Certificate2? Certificate);
