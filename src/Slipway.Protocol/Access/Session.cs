namespace Slipway.Protocol.Access;

/// <summary>Somebody is logged in.</summary>
/// <param name="Token">Proves it; goes into the header <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="User">Who.</param>
public sealed record Session(string Token, DateTimeOffset ExpiresAt, UserDescription User);
