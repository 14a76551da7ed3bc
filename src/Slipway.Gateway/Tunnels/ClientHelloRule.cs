using Slipway.Gateway.Policy;
using Slipway.Gateway.Requests;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// Judges the TLS hello of a client in a tunnel that must carry TLS. The hello has to name the host that the tunnel was opened to: many customers of a CDN
/// share one address, and another name would reach another customer. When the hello is encrypted, the outer name counts.
/// </summary>
internal static class ClientHelloRule
{
    public static DenyReason Judge(HelloStatus status, ClientHello? hello, Destination destination)
    {
        if (status != HelloStatus.Complete || hello is null)
            return DenyReason.NotTls;
        // Addresses are not server names (RFC 6066 section 3). A rule for an address trusts everything that the address serves.
        if (destination.Name is not { } expected)
            return DenyReason.None;
        if (hello.ServerName is not { } name)
            return DenyReason.SniMissing;
        return HostName.TryParse(name, out var host) && host == expected ? DenyReason.None : DenyReason.SniMismatch;
    }
}
