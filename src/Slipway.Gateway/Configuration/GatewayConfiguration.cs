using System.Net;
using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Configuration;

/// <summary>Everything that somebody set for the gateway, checked for its form but not yet put to use.</summary>
public sealed record GatewayConfiguration
{
    /// <summary>Where the gateway listens by default.</summary>
    public static IPEndPoint UsualListen { get; } = new(IPAddress.Loopback, 3128);

    /// <summary>Where the gateway listens.</summary>
    public IReadOnlyList<IPEndPoint> Listen { get; init; } = [UsualListen];

    /// <summary>What may be reached.</summary>
    public IReadOnlyList<RuleText> Allow { get; init; } = [];

    /// <summary>What may not be reached, whatever else is allowed.</summary>
    public IReadOnlyList<RuleText> Deny { get; init; } = [];

    /// <summary>Networks that are not public, and that names may lead to.</summary>
    public IReadOnlyList<IPNetwork> AllowAddresses { get; init; } = [];

    /// <summary>Where the builder publishes its hosts; null when no rule stands for them.</summary>
    public BuilderSource? Builder { get; init; }

    /// <summary>Who may use the gateway.</summary>
    public ClientSettings Clients { get; init; } = new();

    /// <summary>The certificate of the listener; null when clients speak plainly to the gateway.</summary>
    public ListenerTls? Tls { get; init; }

    /// <summary>Parent proxies, the first one preferred; empty to connect directly.</summary>
    public IReadOnlyList<UpstreamSettings> Upstreams { get; init; } = [];

    /// <summary>What is reached without a parent: names, *.names, addresses and networks.</summary>
    public IReadOnlyList<RuleText> NoUpstream { get; init; } = [];

    /// <summary>Whether a name is resolved here and judged by its addresses even though a parent connects.</summary>
    public bool ResolveHere { get; init; } = true;

    /// <summary>How much a client may take.</summary>
    public ProxyLimits Limits { get; init; } = new();

    /// <summary>How long the gateway waits.</summary>
    public ProxyTimeouts Timeouts { get; init; } = new();

    /// <summary>Let everything through and note what would have been refused.</summary>
    public bool ReportOnly { get; init; }

    /// <summary>End open tunnels that new settings no longer allow.</summary>
    public bool CloseForbidden { get; init; }

    /// <summary>File of the decisions, - for standard output; null for none.</summary>
    public string? Log { get; init; }

    /// <summary>Where health, metrics and the PAC file are served; null for nowhere.</summary>
    public IPEndPoint? Admin { get; init; }

    /// <summary>Names under which that is reached, besides addresses and names of one word.</summary>
    public IReadOnlyList<string> AdminHosts { get; init; } = [];

    /// <summary>Every file that the configuration names and that is read again with it.</summary>
    public IEnumerable<string> Files => new[] { Clients.Passwords, Clients.CertificateAuthority, Clients.Revocations, Tls?.Certificate, Tls?.Key }
        .Concat(Upstreams.SelectMany(u => new[] { u.PasswordFile, u.CertificateAuthority }))
        .OfType<string>();
}
