namespace Slipway.Server.Proofs;

/// <summary>A machine that has signed a request.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganisationId">The organisation that owns it.</param>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="Name">Its name.</param>
/// <param name="Roles">FrontEnd, DeploymentController.</param>
internal sealed record ProvenMachine(string Id, string OrganisationId, string EnvironmentKey, string Name, IReadOnlyList<string> Roles);
