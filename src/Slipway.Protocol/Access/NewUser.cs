namespace Slipway.Protocol.Access;

/// <summary>A request to create an account: POST <c>/api/v1/users</c>.</summary>
/// <param name="Email">Email address; unique in the organisation.</param>
/// <param name="Name">Name.</param>
/// <param name="Role">Viewer, Developer or Administrator.</param>
/// <param name="Password">At least ten characters.</param>
public sealed record NewUser(string Email, string Name, string Role, string Password);
