namespace Slipway.Protocol.Environments;

/// <summary>A new environment, or changes to one; null leaves a value as it is.</summary>
/// <param name="Name">Name; unique in the organisation.</param>
/// <param name="InternalAddress">Address under which the platform's own servers reach each other; empty for none.</param>
/// <param name="LaunchPolicy">AnyFrontEnd or ControllerOnly.</param>
public sealed record EnvironmentChange(string? Name = null, string? InternalAddress = null, string? LaunchPolicy = null);
