namespace Slipway.Gateway.Configuration;

/// <summary>Where the builder publishes which hosts it has.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Key">The thumbprint of the key that signs the list, <c>sha256:…</c>; null to trust the first one that is seen.</param>
public sealed record BuilderSource(Uri Url, string? Key);
