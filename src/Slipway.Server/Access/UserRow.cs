using Slipway.Protocol.Access;

namespace Slipway.Server.Access;

/// <summary>An account in the database.</summary>
internal sealed record UserRow(string Id, string OrganisationId, string Email, string Name, string Role, string PasswordHash, long CreatedAt, long? DisabledAt)
{
    /// <summary>Returns the description that the API sends.</summary>
    public UserDescription Describe() => new(Guid.Parse(Id), Email, Name, Role, DisabledAt is not null, DatabaseTime.Of(CreatedAt));
}
