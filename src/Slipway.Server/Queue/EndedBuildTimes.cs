namespace Slipway.Server.Queue;

/// <summary>When a build was requested, started and ended.</summary>
internal sealed record EndedBuildTimes(long CreatedAt, long? StartedAt, long FinishedAt);
