namespace Slipway.Server.Environments;

/// <summary>An environment in the database.</summary>
internal sealed record EnvironmentRow(string Key, string Name, string? InternalAddress, string LaunchPolicy, long CreatedAt);
