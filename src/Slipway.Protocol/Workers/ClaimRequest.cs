namespace Slipway.Protocol.Workers;

/// <summary>A worker's request for a build: POST <c>/api/v1/workers/{id}/claim</c>.</summary>
/// <param name="WaitSeconds">How long to wait for one, at most 25.</param>
public sealed record ClaimRequest(int WaitSeconds);
