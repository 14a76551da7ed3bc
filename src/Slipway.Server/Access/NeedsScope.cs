namespace Slipway.Server.Access;

/// <summary>Metadata of a route: who calls it needs a token with this scope.</summary>
internal sealed record NeedsScope(string Scope);
