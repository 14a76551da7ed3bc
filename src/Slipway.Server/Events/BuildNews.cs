namespace Slipway.Server.Events;

/// <summary>How far a build is, for those who follow it.</summary>
internal sealed record BuildNews(string Key, string Status, long MessageCount, long? FinishedAt);
