namespace Slipway.Server.Applications;

/// <summary>An application.</summary>
internal sealed record ApplicationRow(string Key, string Name, long CreatedAt);
