namespace Slipway.Server.Access;

/// <summary>A token that is to be made.</summary>
/// <param name="OrganisationId">Whose it is; null for the service's own.</param>
/// <param name="UserId">The person that it acts for; null for a program.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Lifetime">How long it is valid; null for until it is revoked.</param>
internal sealed record NewToken(string? OrganisationId, string? UserId, string Name, IReadOnlyCollection<string> Scopes, TimeSpan? Lifetime)
{
    /// <summary>Who makes it: a person, or a token that a person made; null for the service itself.</summary>
    public Caller? Maker { get; init; }
}
