namespace Slipway.Protocol.Access;

/// <summary>A request to create a token: POST <c>/api/v1/tokens</c>.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Scopes">Scopes of the token; <c>worker</c> cannot be combined with others.</param>
/// <param name="ExpiresInDays">Days until it expires; null if it does not expire.</param>
/// <param name="AllOrganisations">Whether a worker's token serves all organisations; only an administrator of the service can create such a token.</param>
public sealed record NewTokenRequest(string Name, IReadOnlyList<string> Scopes, int? ExpiresInDays = null, bool AllOrganisations = false);
