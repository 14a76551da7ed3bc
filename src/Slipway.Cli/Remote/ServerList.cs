namespace Slipway.Cli.Remote;

/// <summary>What is in the file of services.</summary>
/// <param name="Current">Address of the one that is meant when none is named: the last one that somebody logged in to.</param>
/// <param name="Servers">All of them.</param>
internal sealed record ServerList(string? Current, IReadOnlyList<KnownServer> Servers);
