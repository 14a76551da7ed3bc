namespace Slipway.Protocol.Access;

/// <summary>A new token. Its text is shown only here.</summary>
/// <param name="Id">Id.</param>
/// <param name="Token">The text.</param>
public sealed record CreatedToken(Guid Id, string Token);
