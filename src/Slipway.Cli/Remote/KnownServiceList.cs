using System.Text.Json.Serialization;

namespace Slipway.Cli.Remote;

/// <summary>The content of the file of services.</summary>
/// <param name="Current">Address of the default service: that of the last login.</param>
/// <param name="Services">All services.</param>
internal sealed record KnownServiceList(string? Current, [property: JsonPropertyName("servers")] IReadOnlyList<KnownService> Services);

/// <summary>A service to which the user is logged in.</summary>
/// <param name="Url">Address of the service.</param>
/// <param name="Token">The stored token.</param>
/// <param name="ExpiresAt">When the token expires; null if that is not known.</param>
internal sealed record KnownService(string Url, string Token, DateTimeOffset? ExpiresAt);
