namespace Slipway.Server.Access;

/// <summary>The caller as the service identified it.</summary>
/// <param name="Organisation">Id of the organisation.</param>
/// <param name="User">Id of the user; null for a token of a program.</param>
/// <param name="Scopes">What the token may do.</param>
internal sealed record CallerDescription(string Organisation, string? User, IReadOnlyList<string> Scopes);
