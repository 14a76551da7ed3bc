using Slipway.Protocol.Access;

namespace Slipway.Server.Access;

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
