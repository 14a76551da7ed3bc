using Slipway.Protocol.Proxies;

namespace Slipway.Server;

/// <summary>The options of a server.</summary>
/// <param name="DataFolder">Folder of the data on this machine; with the defaults, that is all data.</param>
public sealed record ServerOptions(string DataFolder)
{
    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:8484</c>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8484"];

    /// <summary><c>postgres://…</c>; null for SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary><c>s3://bucket?endpoint=…</c>; null for a folder in the data folder.</summary>
    public string? Blobs { get; init; }

    /// <summary>The address under which customers and phones reach the service; null for the address of the request. It has no path.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>File with the key-encryption keys; null for <c>vault.key</c> in the data folder.</summary>
    public string? VaultKeyFile { get; init; }

    /// <summary>Receivers of webhooks, as <c>host:port</c>, that may be private and without TLS.</summary>
    public IReadOnlyList<string> AllowedWebhooks { get; init; } = [];

    /// <summary>Proxy for outgoing webhooks, optionally with a login; null for direct connections.</summary>
    public ProxyServer? WebhookProxy { get; init; }

    /// <summary>Addresses or networks of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are trusted.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Other names under which the service is reached, as <c>name</c>, <c>name:port</c> or <c>*.name</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Limits of connections.</summary>
    public ConnectionSettings Connections { get; init; } = new();

    /// <summary>Origins of other web pages that may call the service from a browser, such as <c>https://console.example.com</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Further hosts that clients must reach, as <c>name</c>, <c>name:port</c> or <c>name:port=purpose</c>.</summary>
    public IReadOnlyList<string> AlsoHosts { get; init; } = [];

    /// <summary>Public keys that the TLS certificate in front of the service may have, as <c>sha256/BASE64</c>.</summary>
    public IReadOnlyList<string> CertificatePins { get; init; } = [];

    /// <summary>Limits of an app's size.</summary>
    public RevisionLimits Contents { get; init; } = new();

    /// <summary>Retention of the audit trail in days.</summary>
    public int AuditDays { get; init; } = 400;

    /// <summary>Endpoint for metrics and traces (OTLP); null to send none.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>Whether to log lines for people to standard error; off when a test hosts the server.</summary>
    public bool Logs { get; init; } = true;
}

/// <summary>Limits of a server's connections: how many are open, and for how long.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Maximum number of connections; null for as many as the limit of open files allows, up to 10,000.</summary>
    public int? Most { get; init; }

    /// <summary>Maximum number of connections from one network address; null for a quarter of all. Trusted proxies have no such limit.</summary>
    public int? MostPerAddress { get; init; }

    /// <summary>Idle timeout of a connection between two requests.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>Timeout of a TLS handshake, and of the headers of a request.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Maximum number of concurrent requests on an HTTP/2 connection.</summary>
    public int MostStreams { get; init; } = 100;
}

/// <summary>Limits of an app's size.</summary>
public sealed record RevisionLimits
{
    /// <summary>Maximum number of files of a revision.</summary>
    public int MostFiles { get; init; } = 50_000;

    /// <summary>Maximum size of one file, and of one artifact, in bytes.</summary>
    public long LargestFile { get; init; } = 1L << 30;

    /// <summary>Maximum size of all files of a revision, in bytes.</summary>
    public long LargestRevision { get; init; } = 4L << 30;
}
