namespace Slipway.Server.Vault;

/// <summary>A key that a server had once.</summary>
internal sealed record KnownKeyRow(string Id, byte[] CheckValue);
