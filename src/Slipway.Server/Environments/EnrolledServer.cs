using Slipway.Protocol.Gateways;

namespace Slipway.Server.Environments;

/// <summary>A server that has just enrolled.</summary>
internal sealed record EnrolledServer(string Id, string OrganisationId, string EnvironmentKey, string Name, string Roles, long EnrolledAt)
{
    /// <summary>Had it a key before, which is not valid any more?</summary>
    public bool WasEnrolled { get; init; }

    /// <summary>As it is told.</summary>
    public EnrolmentAnswer Describe() => new(Guid.Parse(EnvironmentKey), Guid.Parse(Id), Name, Roles.Split(' '), Times.Of(EnrolledAt));
}
