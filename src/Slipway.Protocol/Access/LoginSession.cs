namespace Slipway.Protocol.Access;

/// <summary>The answer to a login.</summary>
/// <param name="Token">The token; goes into the header <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresAt">When the token expires.</param>
/// <param name="User">The user who is logged in.</param>
public sealed record LoginSession(string Token, DateTimeOffset ExpiresAt, UserDescription User);
