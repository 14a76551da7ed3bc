namespace Slipway.Protocol.Access;

/// <summary>A request to create an organisation: POST <c>/api/v1/organisations</c>.</summary>
/// <param name="Name">Name; unique in the service.</param>
/// <param name="Limits">Its limits; null for the defaults.</param>
public sealed record NewOrganisation(string Name, OrganisationLimits? Limits = null);
