namespace Slipway.Server.Access;

/// <summary>Logins that failed lately.</summary>
internal sealed record LoginFailuresRow(string Key, long Failures, long LastAt);
