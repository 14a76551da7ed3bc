using Slipway.Protocol;
using Slipway.Protocol.Access;

namespace Slipway.Server.Access;

/// <summary>A token that is valid now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrganisationId">The organisation that owns it; null for a token of the service itself.</param>
/// <param name="UserId">The user that it acts for; null for a program.</param>
/// <param name="SecretHash">SHA-256 of its secret.</param>
/// <param name="Scopes">The scopes that it was created with, separated by spaces.</param>
/// <param name="Owner">The user that it acts for or who created it; null for none.</param>
/// <param name="OwnerRole">The current role of that user.</param>
/// <param name="ReadsPerMinute">The organisation's limit of reads.</param>
/// <param name="CreationsPerMinute">The organisation's limit of creations.</param>
/// <param name="ChangesPerMinute">The organisation's limit of changes.</param>
internal sealed record TokenRow(
    string Id, string? OrganisationId, string? UserId, byte[] SecretHash, string Scopes, string? Owner, string? OwnerRole, long? ReadsPerMinute, long? CreationsPerMinute, long? ChangesPerMinute)
{
    /// <summary>The scopes that the token has now: those that it was created with, as far as the user behind it may still use or grant them.</summary>
    public IReadOnlySet<string> ScopesNow()
    {
        var given = Scopes.Split(' ').ToHashSet(StringComparer.Ordinal);
        if (OwnerRole is null)
            return given;
        var role = EnumText.Parse<Role>(OwnerRole);
        // An administrator can also grant programs scopes that no role includes, such as exporting credentials.
        if (UserId is not null || role != Role.Administrator)
            given.IntersectWith(RoleScopes.Of(role));
        return given;
    }
}

/// <summary>A token in a list.</summary>
internal sealed record TokenListRow(
    string Id, string Name, string Prefix, string Scopes, string? UserId, string? MadeByUser, string? MadeByToken, long CreatedAt, long? ExpiresAt, long? RevokedAt)
{
    /// <summary>Returns the description that the API sends.</summary>
    public TokenDescription Describe() => new(
        Guid.Parse(Id), Name, "slw_" + Prefix, Scopes.Split(' '), UserId is null ? null : Guid.Parse(UserId), DatabaseTime.Of(CreatedAt), DatabaseTime.Of(ExpiresAt), RevokedAt is not null)
    {
        MadeBy = MadeByUser is { } user ? "user:" + user : MadeByToken is { } token ? "token:" + token : null,
        MadeWith = MadeByToken is { } with ? Guid.Parse(with) : null,
    };
}

/// <summary>A token to create.</summary>
/// <param name="OrganisationId">The organisation that owns it; null for a token of the service itself.</param>
/// <param name="UserId">The user that it acts for; null for a program.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Lifetime">How long it is valid; null if it is valid until it is revoked.</param>
internal sealed record NewToken(string? OrganisationId, string? UserId, string Name, IReadOnlyCollection<string> Scopes, TimeSpan? Lifetime)
{
    /// <summary>Who creates it: a user, or a token that a user created; null for the service itself.</summary>
    public Caller? Maker { get; init; }
}
