namespace Slipway.Protocol.Access;

/// <summary>A login: POST <c>/api/v1/sessions</c>.</summary>
/// <param name="Email">Email address of the account.</param>
/// <param name="Password">Its password.</param>
/// <param name="Organisation">Name or id of the organisation; needed only if accounts in several organisations share an email address and password.</param>
public sealed record SessionRequest(string Email, string Password, string? Organisation = null);
