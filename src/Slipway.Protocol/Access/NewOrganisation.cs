namespace Slipway.Protocol.Access;

/// <summary>An organisation that is to be made: POST <c>/api/v1/organisations</c>.</summary>
/// <param name="Name">Name; no other organisation may have it.</param>
/// <param name="Limits">What it may use; null for what is usual.</param>
public sealed record NewOrganisation(string Name, OrganisationLimits? Limits = null);
