namespace Slipway.Protocol.Environments;

/// <summary>A server of a customer's environment.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Address">Host name or address; null when nobody said.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="EnrolledAt">Since when it can prove itself; null when it cannot.</param>
/// <param name="SeenAt">When it last did, to the minute; null when it never did.</param>
public sealed record ServerDescription(Guid Id, string Name, string? Address, IReadOnlyList<string> Roles, DateTimeOffset? EnrolledAt = null, DateTimeOffset? SeenAt = null);
