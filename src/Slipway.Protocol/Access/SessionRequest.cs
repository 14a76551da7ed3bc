namespace Slipway.Protocol.Access;

/// <summary>Somebody logs in: POST <c>/api/v1/sessions</c>.</summary>
/// <param name="Email">Email address of the account.</param>
/// <param name="Password">Its password.</param>
/// <param name="Organisation">Name or id of the organisation; only needed where accounts of several have the same email address and password.</param>
public sealed record SessionRequest(string Email, string Password, string? Organisation = null);
