using System.Net;
using System.Net.Security;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>Everything that decides about a request. It never changes; a proxy gets a new one and uses it for new requests.</summary>
public sealed record ProxySettings
{
    /// <summary>Where one may go.</summary>
    public AllowList Allow { get; init; } = AllowList.Empty;

    /// <summary>Which addresses names may lead to. The proxy adds where it listens itself.</summary>
    public AddressRule Addresses { get; init; } = AddressRule.PublicOnly;

    /// <summary>Networks that clients may come from; null for all.</summary>
    public IReadOnlyList<IPNetwork>? Clients { get; init; }

    /// <summary>Tells who a client is; null when everybody may use the proxy.</summary>
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
    /// What the lists and the TLS hello would refuse goes through and is reported. Addresses that are not public, bad requests,
    /// limits and who clients are stay as strict as ever.
    /// </summary>
    public bool ReportOnly { get; init; }

    /// <summary>Gets what went wrong with a connection without being the end of one: a fault of ours. It must not block.</summary>
    public Action<Exception>? Faulted { get; init; }

    /// <summary>Gets each decision, from whichever thread has it; it must not block.</summary>
    public Action<Decision>? Decided { get; init; }
}
