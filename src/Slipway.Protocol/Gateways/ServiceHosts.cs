namespace Slipway.Protocol.Gateways;

/// <summary>The host list of a service, for whoever configures the firewall in front of its clients: GET <see cref="Path"/>, signed as a compact JWS.</summary>
/// <param name="V">Version of this format: 1.</param>
/// <param name="Service">Address of the service.</param>
/// <param name="Hosts">Every host that clients of the service must reach.</param>
/// <param name="Certificates">Public keys that its TLS certificates may have, as <c>sha256/BASE64</c>; empty if none were configured.</param>
/// <param name="IssuedAt">When it was signed.</param>
/// <param name="ExpiresAt">When it expires.</param>
public sealed record ServiceHosts(int V, string Service, IReadOnlyList<ServiceHost> Hosts, IReadOnlyList<string> Certificates, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Path of the endpoint.</summary>
    public const string Path = "/.well-known/slipway-builder";

    /// <summary>Value of <c>typ</c> in its signature, so that no other statement of the service can be passed off as this one.</summary>
    public const string Type = "slipway-hosts";
}

/// <summary>A host that clients of a service must reach.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Port">The port.</param>
/// <param name="For">Its purpose, for people.</param>
public sealed record ServiceHost(string Name, int Port, string For);

/// <summary>A host list whose signature is valid.</summary>
/// <param name="Hosts">The list.</param>
/// <param name="Key">The key that signed it, as <c>sha256:BASE64URL</c>.</param>
public sealed record PublishedHosts(ServiceHosts Hosts, string Key);
