namespace Slipway.Protocol.Environments;

/// <summary>An environment, such as development or production.</summary>
/// <param name="Key">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="InternalAddress">Address under which the platform's own servers reach each other; null when it has none.</param>
/// <param name="LaunchPolicy">AnyFrontEnd or ControllerOnly.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Servers">Servers in it.</param>
public sealed record EnvironmentDescription(
    Guid Key, string Name, string? InternalAddress, string LaunchPolicy, DateTimeOffset CreatedAt, IReadOnlyList<ServerDescription> Servers)
{
    /// <summary>What has to hold for the policy ControllerOnly; told only where one environment is asked for.</summary>
    public IReadOnlyList<EnvironmentCondition>? Conditions { get; init; }
}
