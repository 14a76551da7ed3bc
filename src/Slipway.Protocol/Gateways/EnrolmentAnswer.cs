namespace Slipway.Protocol.Gateways;

/// <summary>A server is enrolled.</summary>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="ServerId">Id of the server.</param>
/// <param name="Name">Its name.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="EnrolledAt">When, by the clock of the service.</param>
public sealed record EnrolmentAnswer(Guid EnvironmentKey, Guid ServerId, string Name, IReadOnlyList<string> Roles, DateTimeOffset EnrolledAt);
