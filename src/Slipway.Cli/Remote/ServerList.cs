namespace Slipway.Cli.Remote;

/// <summary>The content of the file of services.</summary>
/// <param name="Current">Address of the default service: that of the last login.</param>
/// <param name="Servers">All services.</param>
internal sealed record ServerList(string? Current, IReadOnlyList<KnownServer> Servers);
