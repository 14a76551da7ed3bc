namespace Slipway.Protocol.Access;

/// <summary>An organisation.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Limits">Its limits.</param>
public sealed record OrganisationDescription(Guid Id, string Name, DateTimeOffset CreatedAt, OrganisationLimits Limits);
