namespace Slipway.Server.Queue;

/// <summary>A lease as the worker names it.</summary>
/// <param name="Token">Id of the worker's token; no other token can use the lease.</param>
/// <param name="Build">The build.</param>
/// <param name="Attempt">The attempt, which fences off the writes of earlier holders.</param>
internal sealed record LeaseId(string Token, string Build, long Attempt);
