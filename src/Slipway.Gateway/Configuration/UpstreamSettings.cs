namespace Slipway.Gateway.Configuration;

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
