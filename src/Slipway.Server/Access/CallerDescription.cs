namespace Slipway.Server.Access;

/// <summary>Who the service takes the caller for.</summary>
/// <param name="Organisation">Id of the organisation.</param>
/// <param name="User">Id of the person; null for a token of a program.</param>
/// <param name="Scopes">What the token may do.</param>
internal sealed record CallerDescription(string Organisation, string? User, IReadOnlyList<string> Scopes);
