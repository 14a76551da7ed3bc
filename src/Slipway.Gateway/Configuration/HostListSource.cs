namespace Slipway.Gateway.Configuration;

/// <summary>Where the service publishes its list of hosts.</summary>
/// <param name="Url">The address of the service.</param>
/// <param name="Key">The thumbprint of the key that signs the list, <c>sha256:…</c>; null to trust the key of the first list.</param>
public sealed record HostListSource(Uri Url, string? Key);
