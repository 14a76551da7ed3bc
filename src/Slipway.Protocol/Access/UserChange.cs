namespace Slipway.Protocol.Access;

/// <summary>What changes about an account: PATCH <c>/api/v1/users/{id}</c>. What is null stays.</summary>
/// <param name="Name">Name.</param>
/// <param name="Role">Viewer, Developer or Administrator.</param>
/// <param name="Password">At least ten characters.</param>
/// <param name="Disabled">May the person not log in? All tokens of the person end with it.</param>
public sealed record UserChange(string? Name = null, string? Role = null, string? Password = null, bool? Disabled = null);
