namespace Slipway.Protocol.Gateways;

/// <summary>The answer to an enrolment.</summary>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="ServerId">Id of the machine.</param>
/// <param name="Name">Its name.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="EnrolledAt">Time of the enrolment, by the clock of the service.</param>
public sealed record EnrolmentAnswer(Guid EnvironmentKey, Guid ServerId, string Name, IReadOnlyList<string> Roles, DateTimeOffset EnrolledAt);
