namespace Slipway.Protocol.Access;

/// <summary>An account that is to be made: POST <c>/api/v1/users</c>.</summary>
/// <param name="Email">Email address; nobody else may have it.</param>
/// <param name="Name">Name.</param>
/// <param name="Role">Viewer, Developer or Administrator.</param>
/// <param name="Password">At least ten characters.</param>
public sealed record NewUser(string Email, string Name, string Role, string Password);
