using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Gateway.Tunnels;

/// <summary>What identifies a client.</summary>
/// <param name="Address">The client's address.</param>
/// <param name="ProxyAuthorization">The header field of that name; null when the request has none.</param>
/// <param name="Certificate">The certificate of the client's TLS connection to the proxy; null when it has none.</param>
public readonly record struct ClientEvidence(IPAddress Address, string? ProxyAuthorization, X509Certificate2? Certificate);
