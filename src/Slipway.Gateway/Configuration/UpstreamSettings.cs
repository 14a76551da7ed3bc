namespace Slipway.Gateway.Configuration;

/// <summary>A parent proxy.</summary>
/// <param name="Url"><c>http://name:port</c>, or https when the parent itself speaks TLS.</param>
public sealed record UpstreamSettings(Uri Url)
{
    /// <summary>How the gateway proves who it is.</summary>
    public UpstreamScheme Scheme { get; init; }

    /// <summary>The user; with Negotiate null for the ticket of the process.</summary>
    public string? User { get; init; }

    /// <summary>File whose first line is the password.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>File with the authorities of the parent's certificate; null for those of the system.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>As people and logs see it.</summary>
    public string Name => $"{Url.Host}:{Url.Port}";
}
