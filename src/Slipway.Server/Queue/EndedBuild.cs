namespace Slipway.Server.Queue;

/// <summary>When a build was asked for, begun and ended.</summary>
internal sealed record EndedBuild(long CreatedAt, long? StartedAt, long FinishedAt);
