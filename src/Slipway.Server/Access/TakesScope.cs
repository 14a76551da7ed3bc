namespace Slipway.Server.Access;

/// <summary>Metadata of a route that is open to everybody and allows more to tokens with a scope.</summary>
internal sealed record TakesScope(string Scope);
