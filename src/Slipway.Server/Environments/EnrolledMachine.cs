using Slipway.Protocol.Gateways;

namespace Slipway.Server.Environments;

/// <summary>A machine that has just enrolled.</summary>
internal sealed record EnrolledMachine(string Id, string OrganisationId, string EnvironmentKey, string Name, string Roles, long EnrolledAt)
{
    /// <summary>Whether it had an earlier key, which is no longer valid.</summary>
    public bool WasEnrolled { get; init; }

    /// <summary>Returns the description that the API sends.</summary>
    public EnrolmentAnswer Describe() => new(Guid.Parse(EnvironmentKey), Guid.Parse(Id), Name, Roles.Split(' '), DatabaseTime.Of(EnrolledAt));
}
