namespace Slipway.Server.Environments;

/// <summary>An environment, such as development or production.</summary>
internal sealed record EnvironmentRow(string Key, string Name, string? InternalAddress, string LaunchPolicy, long CreatedAt);
