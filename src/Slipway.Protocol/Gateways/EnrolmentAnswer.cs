using System.Text.Json.Serialization;

namespace Slipway.Protocol.Gateways;

/// <summary>The answer to an enrolment.</summary>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="MachineId">Id of the machine.</param>
/// <param name="Name">Its name.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="EnrolledAt">Time of the enrolment, by the clock of the service.</param>
public sealed record EnrolmentAnswer(Guid EnvironmentKey, [property: JsonPropertyName("serverId")] Guid MachineId, string Name, IReadOnlyList<string> Roles, DateTimeOffset EnrolledAt);
