using Slipway.Protocol;

namespace Slipway.Server.Access;

/// <summary>A token that is valid now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganisationId">Whose it is; null for the service's own.</param>
/// <param name="UserId">The person that it acts for; null for a program.</param>
/// <param name="SecretHash">SHA-256 of its secret.</param>
/// <param name="Scopes">What it was given, with spaces between.</param>
/// <param name="Owner">The person that it acts for, or who made it; null for none.</param>
/// <param name="OwnerRole">What that person is now.</param>
/// <param name="ReadsPerMinute">Limit of the organisation.</param>
/// <param name="CreationsPerMinute">Limit of the organisation.</param>
/// <param name="ChangesPerMinute">Limit of the organisation.</param>
internal sealed record TokenRow(
    string Id, string? OrganisationId, string? UserId, byte[] SecretHash, string Scopes, string? Owner, string? OwnerRole, long? ReadsPerMinute, long? CreationsPerMinute, long? ChangesPerMinute)
{
    /// <summary>What the token may do now: no more than it was given, and no more than the person behind it may do or give.</summary>
    public IReadOnlySet<string> ScopesNow()
    {
        var given = Scopes.Split(' ').ToHashSet(StringComparer.Ordinal);
        if (OwnerRole is null)
            return given;
        var role = EnumText.Parse<Role>(OwnerRole);
        // An administrator gives programs what no role has, such as exporting credentials.
        if (UserId is not null || role != Role.Administrator)
            given.IntersectWith(RoleScopes.Of(role));
        return given;
    }
}
