namespace Slipway.Cli.Remote;

/// <summary>A service that somebody logged in to.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Token">The token.</param>
/// <param name="ExpiresAt">Until when it is valid; null when that is not known.</param>
internal sealed record KnownServer(string Url, string Token, DateTimeOffset? ExpiresAt);
