namespace Slipway.Server.Events;

/// <summary>The current state of a build, for its followers.</summary>
internal sealed record BuildProgressRow(string Key, string Status, long MessageCount, long? FinishedAt);
