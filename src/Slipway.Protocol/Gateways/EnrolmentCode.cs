namespace Slipway.Protocol.Gateways;

/// <summary>Lets a server enrol, once and soon: POST <c>/api/v1/environments/{key}/servers/{id}/enrolment-code</c>.</summary>
/// <param name="Code">The code. It is shown once.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record EnrolmentCode(string Code, DateTimeOffset ExpiresAt);
