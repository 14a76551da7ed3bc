using Slipway.Protocol.Proxies;

namespace Slipway.Server;

/// <summary>How a server runs.</summary>
/// <param name="DataFolder">What the server keeps on this machine: with the defaults, everything.</param>
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

    /// <summary>Proxy that webhooks go out through, perhaps with a login in it; null for the direct way.</summary>
    public ProxyServer? WebhookProxy { get; init; }

    /// <summary>Addresses or networks of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Other names under which the service is reached, as <c>name</c>, <c>name:port</c> or <c>*.name</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>How many connections the server keeps open, and for how long.</summary>
    public ConnectionSettings Connections { get; init; } = new();

    /// <summary>Origins of web pages elsewhere that may call the service from a browser, such as <c>https://console.example.com</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Other hosts that clients have to reach, as <c>name</c>, <c>name:port</c> or <c>name:port=purpose</c>.</summary>
    public IReadOnlyList<string> AlsoHosts { get; init; } = [];

    /// <summary>Public keys that the TLS certificate in front of the service may have, as <c>sha256/BASE64</c>.</summary>
    public IReadOnlyList<string> CertificatePins { get; init; } = [];

    /// <summary>How much of an app the service takes.</summary>
    public ContentLimits Contents { get; init; } = new();

    /// <summary>Days that the audit trail is kept.</summary>
    public int AuditDays { get; init; } = 400;

    /// <summary>Where metrics and traces are sent by the OpenTelemetry protocol; null for nowhere.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>Lines to standard error for people; off where a test hosts the server.</summary>
    public bool Logs { get; init; } = true;
}
