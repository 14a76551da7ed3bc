namespace Slipway.Protocol.Access;

/// <summary>A token, without its secret.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Prefix">First characters of its text.</param>
/// <param name="Scopes">Scopes of the token.</param>
/// <param name="User">The user for whom it acts; null for a program.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">When it expires; null if it does not expire.</param>
/// <param name="Revoked">Whether it was revoked.</param>
public sealed record TokenDescription(
    Guid Id, string Name, string Prefix, IReadOnlyList<string> Scopes, Guid? User, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, bool Revoked)
{
    /// <summary>The user who created it (<c>user:ID</c>), with whose account it ends, or the token (<c>token:ID</c>); null for the service itself.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Id of the token that created it; null for none.</summary>
    public Guid? MadeWith { get; init; }
}
