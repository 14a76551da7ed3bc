namespace Slipway.Protocol.Access;

/// <summary>A token that is to be made: POST <c>/api/v1/tokens</c>.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">What it may do; <c>worker</c> goes with no other.</param>
/// <param name="ExpiresInDays">How long it is valid; null for ever.</param>
/// <param name="AllOrganisations">A worker's token that serves all organisations; only who runs the service makes one.</param>
public sealed record NewTokenRequest(string Name, IReadOnlyList<string> Scopes, int? ExpiresInDays = null, bool AllOrganisations = false);
