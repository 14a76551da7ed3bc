using System.Net;

namespace Slipway.Gateway.Configuration;

/// <summary>Who may use the gateway.</summary>
public sealed record ClientSettings
{
    /// <summary>Networks that clients come from; empty for any.</summary>
    public IReadOnlyList<IPNetwork> From { get; init; } = [];

    /// <summary>File with lines <c>user:hash</c>; null when nobody has to give a password.</summary>
    public string? Passwords { get; init; }

    /// <summary>What a program shows who asks for the password.</summary>
    public string Realm { get; init; } = "Slipway gateway";

    /// <summary>File with the authorities that sign certificates of clients; null when nobody has to show one.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>Names of which a client's certificate has to have one, with * for any characters; empty for any name.</summary>
    public IReadOnlyList<string> CertificateNames { get; init; } = [];

    /// <summary>File with the list of certificates that are revoked; null when there is none.</summary>
    public string? Revocations { get; init; }
}
