using System.Net;

namespace Slipway.Gateway.Configuration;

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
