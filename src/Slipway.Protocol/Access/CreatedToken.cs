namespace Slipway.Protocol.Access;

/// <summary>A token that was made. Its text is shown this once.</summary>
/// <param name="Id">Id.</param>
/// <param name="Token">The text.</param>
public sealed record CreatedToken(Guid Id, string Token);
