using Slipway.Protocol.Environments;

namespace Slipway.Server.Environments;

/// <summary>A machine of an environment in the database.</summary>
internal sealed record ServerRow(string Id, string EnvironmentKey, string Name, string? Address, string Roles, long? EnrolledAt, long? SeenAt)
{
    /// <summary>Returns the description that the API sends.</summary>
    public ServerDescription Describe() => new(Guid.Parse(Id), Name, Address, Roles.Split(' '), Times.Of(EnrolledAt), Times.Of(SeenAt));
}
