namespace Slipway.Server.Queue;

/// <summary>What a worker calls its hold of a build.</summary>
/// <param name="Token">Id of the worker's token: nobody else writes for it.</param>
/// <param name="Build">The build.</param>
/// <param name="Attempt">The attempt, which fences the writes of those who held it before.</param>
internal sealed record Lease(string Token, string Build, long Attempt);
