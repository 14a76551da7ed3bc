using Slipway.Protocol.Proxies;
using Slipway.Server;

namespace Slipway.Cli.Serving;

/// <summary>How <c>slipway serve</c> runs.</summary>
/// <param name="DataFolder">What the service keeps on this machine.</param>
internal sealed record ServeSettings(string DataFolder)
{
    /// <summary>Addresses to listen on.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Address of the database; null for SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>Address of the blob store; null for a folder in the data folder.</summary>
    public string? Blobs { get; init; }

    /// <summary>Address under which the service is reached.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Other names under which it is reached.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>How many connections it keeps open.</summary>
    public ConnectionSettings Connections { get; init; } = new();

    /// <summary>File with the vault's keys.</summary>
    public string? VaultKeyFile { get; init; }

    /// <summary>Proxies that are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Receivers of webhooks that may be private.</summary>
    public IReadOnlyList<string> AllowedWebhooks { get; init; } = [];

    /// <summary>Proxy that webhooks go out through.</summary>
    public ProxyServer? WebhookProxy { get; init; }

    /// <summary>Origins of web pages elsewhere that may call the service.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Other hosts that clients have to reach.</summary>
    public IReadOnlyList<string> AlsoHosts { get; init; } = [];

    /// <summary>Public keys that the certificate in front of the service may have.</summary>
    public IReadOnlyList<string> CertificatePins { get; init; } = [];

    /// <summary>Days that the audit trail is kept.</summary>
    public int AuditDays { get; init; } = new ServerOptions("").AuditDays;

    /// <summary>Where metrics and traces are sent.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>Is a worker started?</summary>
    public bool Worker { get; init; } = true;

    /// <summary>Builds that it runs at once; null for one a core.</summary>
    public int? Slots { get; init; }

    /// <summary>Does it build in a sandbox?</summary>
    public bool Sandbox { get; init; } = true;

    /// <summary>Are events told as lines of JSON?</summary>
    public bool Json { get; init; }
}
