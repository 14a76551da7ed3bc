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

/// <summary>Where the service publishes its list of hosts.</summary>
/// <param name="Url">The address of the service.</param>
/// <param name="Key">The thumbprint of the key that signs the list, <c>sha256:…</c>; null to trust the key of the first list.</param>
public sealed record HostListSource(Uri Url, string? Key);

/// <summary>Which clients may use the gateway.</summary>
public sealed record ClientSettings
{
    /// <summary>The networks of clients; empty for any.</summary>
    public IReadOnlyList<IPNetwork> From { get; init; } = [];

    /// <summary>File with lines <c>user:hash</c>; null when clients need no password.</summary>
    public string? Passwords { get; init; }

    /// <summary>The text that programs show when they ask for the password.</summary>
    public string Realm { get; init; } = "Slipway gateway";

    /// <summary>File with the authorities that sign certificates of clients; null when clients need no certificate.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>Patterns, one of which a name in a client's certificate must match; * stands for any characters; empty for any name.</summary>
    public IReadOnlyList<string> CertificateNames { get; init; } = [];

    /// <summary>File with the list of revoked certificates; null when there is none.</summary>
    public string? Revocations { get; init; }
}

/// <summary>The certificate that the gateway presents to its clients.</summary>
/// <param name="Certificate">PEM file with the certificate and its intermediate certificates.</param>
/// <param name="Key">PEM file with its key.</param>
public sealed record ListenerTls(string Certificate, string Key);

/// <summary>A rule as it is written in the configuration.</summary>
/// <param name="Text">Such as <c>*.example.com:443</c>.</param>
/// <param name="Place">Its place, for messages.</param>
public sealed record WrittenRule(string Text, string Place)
{
    /// <summary>The word that stands for all hosts of the service.</summary>
    public const string ServiceHosts = "Builder";

    /// <summary>Whether tunnels must carry TLS with a name that the rule covers.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Whether the rule stands for the hosts of the service.</summary>
    public bool IsServiceHosts => Text.Equals(ServiceHosts, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The settings of a parent.</summary>
/// <param name="Url"><c>http://name:port</c>, or https when the parent itself speaks TLS.</param>
public sealed record UpstreamSettings(Uri Url)
{
    /// <summary>How the gateway authenticates.</summary>
    public UpstreamAuthentication Scheme { get; init; }

    /// <summary>The user; null with Negotiate to use the Kerberos ticket of the process.</summary>
    public string? User { get; init; }

    /// <summary>File whose first line is the password.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>File with the authorities that the parent's certificate may come from; null for those of the system.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>The parent's address in messages and logs.</summary>
    public string Name => $"{Url.Host}:{Url.Port}";
}

/// <summary>How the gateway authenticates to a parent.</summary>
public enum UpstreamAuthentication
{
    /// <summary>Without authentication.</summary>
    None,

    /// <summary>With user and password, sent with the first request.</summary>
    Basic,

    /// <summary>With Kerberos, or with NTLM where the system supports it.</summary>
    Negotiate,
}
