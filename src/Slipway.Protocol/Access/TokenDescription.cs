namespace Slipway.Protocol.Access;

/// <summary>A token, without its secret.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Prefix">How it begins.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="User">The person that it acts for; null for a program.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when it is valid; null for ever.</param>
/// <param name="Revoked">Was it ended?</param>
public sealed record TokenDescription(
    Guid Id, string Name, string Prefix, IReadOnlyList<string> Scopes, Guid? User, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, bool Revoked)
{
    /// <summary><c>user:ID</c> of the person who made it, and with whom it ends; otherwise <c>token:ID</c>; null for the service itself.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Id of the token that it was made with; null for none.</summary>
    public Guid? MadeWith { get; init; }
}
