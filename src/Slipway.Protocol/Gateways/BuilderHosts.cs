namespace Slipway.Protocol.Gateways;

/// <summary>What a service says of itself to those who let it through: GET <see cref="Path"/>, signed as a compact JWS.</summary>
/// <param name="V">Version of this form: 1.</param>
/// <param name="Service">Address of the service.</param>
/// <param name="Hosts">Every host that clients of the service have to reach.</param>
/// <param name="Certificates">Keys that its TLS certificates may have, as <c>sha256/BASE64</c> of the public key; empty when nobody said.</param>
/// <param name="IssuedAt">When it was signed.</param>
/// <param name="ExpiresAt">Until when it may be used.</param>
public sealed record BuilderHosts(int V, string Service, IReadOnlyList<BuilderHost> Hosts, IReadOnlyList<string> Certificates, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/.well-known/slipway-builder";

    /// <summary>The word <c>typ</c> of its signature, so that no other statement of the service passes for it.</summary>
    public const string Type = "slipway-hosts";
}
