using System.Text.Json.Serialization;

namespace Slipway.Cli.Remote;

/// <summary>The content of the file of services.</summary>
/// <param name="Current">Address of the default service: that of the last login.</param>
/// <param name="Services">All services.</param>
internal sealed record KnownServiceList(string? Current, [property: JsonPropertyName("servers")] IReadOnlyList<KnownService> Services);
