namespace Slipway.Protocol.Access;

/// <summary>Changes to an account: PATCH <c>/api/v1/users/{id}</c>. Null leaves a value as it is.</summary>
/// <param name="Name">Name.</param>
/// <param name="Role">Viewer, Developer or Administrator.</param>
/// <param name="Password">At least ten characters.</param>
/// <param name="Disabled">Whether logging in is refused. Disabling an account also revokes all its tokens.</param>
public sealed record UserChange(string? Name = null, string? Role = null, string? Password = null, bool? Disabled = null);
