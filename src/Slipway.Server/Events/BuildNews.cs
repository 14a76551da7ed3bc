namespace Slipway.Server.Events;

/// <summary>The current state of a build, for its followers.</summary>
internal sealed record BuildNews(string Key, string Status, long MessageCount, long? FinishedAt);
