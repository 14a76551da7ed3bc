namespace Slipway.Protocol.Environments;

/// <summary>A new machine of an environment.</summary>
/// <param name="Name">Name; unique in the environment.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
/// <param name="Address">Host name or address.</param>
public sealed record NewMachine(string Name, IReadOnlyList<string> Roles, string? Address = null);
