namespace Slipway.Protocol.Gateways;

/// <summary>A host list whose signature is valid.</summary>
/// <param name="Hosts">The list.</param>
/// <param name="Key">The key that signed it, as <c>sha256:BASE64URL</c>.</param>
public sealed record PublishedHosts(ServiceHosts Hosts, string Key);
