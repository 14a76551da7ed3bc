namespace Slipway.Protocol.Access;

/// <summary>A user's account.</summary>
/// <param name="Id">Id.</param>
/// <param name="Email">Email address.</param>
/// <param name="Name">Name.</param>
/// <param name="Role">Viewer, Developer or Administrator.</param>
/// <param name="Disabled">Whether logging in is refused.</param>
/// <param name="CreatedAt">When the account was created.</param>
public sealed record UserDescription(Guid Id, string Email, string Name, string Role, bool Disabled, DateTimeOffset CreatedAt);
