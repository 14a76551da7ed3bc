namespace Slipway.Server.Access;

/// <summary>Recent failed logins in the database.</summary>
internal sealed record LoginFailuresRow(string Key, long Failures, long LastAt);
