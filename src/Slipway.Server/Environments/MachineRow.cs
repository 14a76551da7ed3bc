using Slipway.Protocol.Environments;

namespace Slipway.Server.Environments;

/// <summary>A machine of an environment in the database.</summary>
internal sealed record MachineRow(string Id, string EnvironmentKey, string Name, string? Address, string Roles, long? EnrolledAt, long? SeenAt)
{
    /// <summary>Returns the description that the API sends.</summary>
    public MachineDescription Describe() => new(Guid.Parse(Id), Name, Address, Roles.Split(' '), DatabaseTime.Of(EnrolledAt), DatabaseTime.Of(SeenAt));
}
