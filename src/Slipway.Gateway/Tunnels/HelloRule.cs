using Slipway.Gateway.Policy;
using Slipway.Gateway.Requests;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// Judges the hello of a client in a tunnel that has to carry TLS: it asks for the host that the tunnel was opened to, since on an
/// address that many customers of a CDN share another name leads to another customer. With an encrypted hello the outer name counts.
/// </summary>
internal static class HelloRule
{
    public static DenyReason Judge(HelloStatus status, ClientHello? hello, Destination destination)
    {
        if (status != HelloStatus.Complete || hello is null)
            return DenyReason.NotTls;
        // Addresses are no server names, RFC 6066 section 3; whoever lists an address trusts all that is there.
        if (destination.Name is not { } expected)
            return DenyReason.None;
        if (hello.ServerName is not { } name)
            return DenyReason.SniMissing;
        return HostName.TryParse(name, out var host) && host == expected ? DenyReason.None : DenyReason.SniMismatch;
    }
}
