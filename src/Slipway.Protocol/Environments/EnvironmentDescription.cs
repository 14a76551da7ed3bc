using System.Text.Json.Serialization;

namespace Slipway.Protocol.Environments;

/// <summary>An environment, such as development or production.</summary>
/// <param name="Key">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="InternalAddress">Address under which the platform's own servers reach each other; null for none.</param>
/// <param name="LaunchPolicy">AnyFrontEnd or ControllerOnly.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Machines">The machines in it.</param>
public sealed record EnvironmentDescription(
    Guid Key, string Name, string? InternalAddress, string LaunchPolicy, DateTimeOffset CreatedAt, [property: JsonPropertyName("servers")] IReadOnlyList<MachineDescription> Machines)
{
    /// <summary>Conditions for the policy ControllerOnly; only in the description of a single environment.</summary>
    public IReadOnlyList<EnvironmentCondition>? Conditions { get; init; }
}
