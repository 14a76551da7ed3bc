namespace Slipway.Server.Access;

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
