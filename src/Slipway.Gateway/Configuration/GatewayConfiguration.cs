using System.Net;
using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Configuration;

/// <summary>The configuration of a gateway, checked for its form. Files and addresses in it are not opened yet.</summary>
public sealed record GatewayConfiguration
{
    /// <summary>Where the gateway listens by default.</summary>
    public static IPEndPoint UsualListen { get; } = new(IPAddress.Loopback, 3128);

    /// <summary>The addresses where the gateway listens.</summary>
    public IReadOnlyList<IPEndPoint> Listen { get; init; } = [UsualListen];

    /// <summary>The allow list.</summary>
    public IReadOnlyList<WrittenRule> Allow { get; init; } = [];

    /// <summary>The deny list, which overrides the allow list.</summary>
    public IReadOnlyList<WrittenRule> Deny { get; init; } = [];

    /// <summary>Networks that are not public and that names may still resolve to.</summary>
    public IReadOnlyList<IPNetwork> AllowAddresses { get; init; } = [];

    /// <summary>Where the service publishes its list of hosts; null when no rule refers to it.</summary>
    public HostListSource? Service { get; init; }

    /// <summary>Which clients may use the gateway.</summary>
    public ClientSettings Clients { get; init; } = new();

    /// <summary>The certificate of the listener; null when clients connect to the gateway without TLS.</summary>
    public ListenerTls? Tls { get; init; }

    /// <summary>The parents in order of preference; empty to connect directly.</summary>
    public IReadOnlyList<UpstreamSettings> Upstreams { get; init; } = [];

    /// <summary>Destinations that are reached without a parent: names, *.names, addresses and networks.</summary>
    public IReadOnlyList<WrittenRule> NoUpstream { get; init; } = [];

    /// <summary>Whether the gateway resolves names and judges their addresses even when a parent connects.</summary>
    public bool ResolveHere { get; init; } = true;

    /// <summary>The limits for each client.</summary>
    public ProxyLimits Limits { get; init; } = new();

    /// <summary>The timeouts.</summary>
    public ProxyTimeouts Timeouts { get; init; } = new();

    /// <summary>Whether everything is let through and only reported, with the decision that the lists would have made.</summary>
    public bool ReportOnly { get; init; }

    /// <summary>Whether open tunnels end when new settings no longer allow them.</summary>
    public bool CloseForbidden { get; init; }

    /// <summary>The file of the log of decisions; - for standard output; null for none.</summary>
    public string? Log { get; init; }

    /// <summary>Where health, metrics and the PAC file are served; null when they are not.</summary>
    public IPEndPoint? Admin { get; init; }

    /// <summary>Host names under which the administration answers, besides addresses and names of one label.</summary>
    public IReadOnlyList<string> AdminHosts { get; init; } = [];

    /// <summary>Every file that the configuration names and that is reloaded with it.</summary>
    public IEnumerable<string> Files => new[] { Clients.Passwords, Clients.CertificateAuthority, Clients.Revocations, Tls?.Certificate, Tls?.Key }
        .Concat(Upstreams.SelectMany(u => new[] { u.PasswordFile, u.CertificateAuthority }))
        .OfType<string>();
}
