namespace Slipway.Protocol.Access;

/// <summary>Somebody logs in: POST <c>/api/v1/sessions</c>.</summary>
/// <param name="Email">Email address of the account.</param>
/// <param name="Password">Its password.</param>
public sealed record SessionRequest(string Email, string Password);
