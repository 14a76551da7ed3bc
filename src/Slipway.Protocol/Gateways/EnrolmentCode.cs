namespace Slipway.Protocol.Gateways;

/// <summary>A short-lived code with which one machine can enrol once: POST <c>/api/v1/environments/{key}/servers/{id}/enrolment-code</c>.</summary>
/// <param name="Code">The code; shown only here.</param>
/// <param name="ExpiresAt">When it expires.</param>
public sealed record EnrolmentCode(string Code, DateTimeOffset ExpiresAt);
