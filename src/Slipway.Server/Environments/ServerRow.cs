using Slipway.Protocol.Environments;

namespace Slipway.Server.Environments;

/// <summary>A server of an environment in the database.</summary>
internal sealed record ServerRow(string Id, string EnvironmentKey, string Name, string? Address, string Roles, long? EnrolledAt, long? SeenAt)
{
    /// <summary>As it is told.</summary>
    public ServerDescription Describe() => new(Guid.Parse(Id), Name, Address, Roles.Split(' '), Times.Of(EnrolledAt), Times.Of(SeenAt));
}
