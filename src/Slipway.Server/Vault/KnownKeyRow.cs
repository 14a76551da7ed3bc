namespace Slipway.Server.Vault;

/// <summary>A key that a server of this database has used.</summary>
internal sealed record KnownKeyRow(string Id, byte[] CheckValue);
