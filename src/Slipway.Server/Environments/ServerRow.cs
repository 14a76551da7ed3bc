namespace Slipway.Server.Environments;

/// <summary>A server of an environment in the database.</summary>
internal sealed record ServerRow(string Id, string EnvironmentKey, string Name, string? Address, string Roles);
