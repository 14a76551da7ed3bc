using System.Net;
using System.Net.Security;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>The settings by which requests are judged. They are immutable; a proxy applies new settings to new requests.</summary>
public sealed record ProxySettings
{
    /// <summary>The destinations that clients may reach.</summary>
    public AllowList Allow { get; init; } = AllowList.Empty;

    /// <summary>The addresses that names may resolve to. The proxy adds the addresses where it listens.</summary>
    public AddressRule Addresses { get; init; } = AddressRule.PublicOnly;

    /// <summary>The networks of clients; null for all.</summary>
    public IReadOnlyList<IPNetwork>? Clients { get; init; }

    /// <summary>Authenticates clients; null when every client may use the proxy.</summary>
    public IClientAuthenticator? Authenticator { get; init; }

    /// <summary>TLS between clients and the proxy; null for none.</summary>
    public SslServerAuthenticationOptions? ClientTls { get; init; }

    /// <summary>How destinations are reached.</summary>
    public IRoute Route { get; init; } = DirectRoute.Instance;

    /// <summary>Looks names up.</summary>
    public NameResolver Resolver { get; init; } = NameResolver.System;

    /// <summary>How much clients may ask for.</summary>
    public ProxyLimits Limits { get; init; } = new();

    /// <summary>How long things may take.</summary>
    public ProxyTimeouts Timeouts { get; init; } = new();

    /// <summary>
    /// Lets requests pass that the lists or the TLS hello would refuse, and reports them. Addresses that are not public, bad requests,
    /// limits and unauthenticated clients are refused as always.
    /// </summary>
    public bool ReportOnly { get; init; }

    /// <summary>Receives faults of the gateway itself, as opposed to connections that ended. It must not block.</summary>
    public Action<Exception>? Faulted { get; init; }

    /// <summary>Receives each decision, on the thread that made it. It must not block.</summary>
    public Action<Decision>? Decided { get; init; }
}
