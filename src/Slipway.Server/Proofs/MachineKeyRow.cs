namespace Slipway.Server.Proofs;

/// <summary>A machine in the database, with its key and the database's current time.</summary>
internal sealed record MachineKeyRow(string Id, string OrganisationId, string EnvironmentKey, string Name, string Roles, byte[]? PublicKey, long? SeenAt, long Now)
{
    public ProvenMachine Machine => new(Id, OrganisationId, EnvironmentKey, Name, Roles.Split(' '));
}
