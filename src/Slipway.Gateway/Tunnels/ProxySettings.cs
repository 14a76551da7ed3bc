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

/// <summary>Limits on the connections of clients. A client is an address.</summary>
public sealed record ProxyLimits
{
    /// <summary>Open connections of one client.</summary>
    public int OpenPerClient { get; init; } = 256;

    /// <summary>New connections of one client within a minute.</summary>
    public int NewPerMinute { get; init; } = 6_000;

    /// <summary>Open connections of all clients.</summary>
    public int Open { get; init; } = 20_000;
}

/// <summary>The timeouts of the proxy, which are checked every half second.</summary>
public sealed record ProxyTimeouts
{
    /// <summary>From the start of the connection to the end of the request's head.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the answer of the proxy to the end of the client's TLS hello.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For looking a name up and connecting to it.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The idle timeout: without a byte in either direction.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.Zero;

    /// <summary>The lifetime of a tunnel; zero for no limit.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);
}
