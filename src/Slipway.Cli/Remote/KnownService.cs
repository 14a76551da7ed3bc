namespace Slipway.Cli.Remote;

/// <summary>A service to which the user is logged in.</summary>
/// <param name="Url">Address of the service.</param>
/// <param name="Token">The stored token.</param>
/// <param name="ExpiresAt">When the token expires; null if that is not known.</param>
internal sealed record KnownService(string Url, string Token, DateTimeOffset? ExpiresAt);
