namespace Slipway.Server.Access;

/// <summary>Metadata of a route: the caller needs a token with this scope.</summary>
internal sealed record NeedsScope(string Scope);
