namespace Slipway.Protocol.Environments;

/// <summary>A machine of a customer's environment.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Address">Host name or address; null if it is not known.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="EnrolledAt">When it enrolled; null if it has not.</param>
/// <param name="SeenAt">When it last proved itself, to the minute; null for never.</param>
public sealed record MachineDescription(Guid Id, string Name, string? Address, IReadOnlyList<string> Roles, DateTimeOffset? EnrolledAt = null, DateTimeOffset? SeenAt = null);
