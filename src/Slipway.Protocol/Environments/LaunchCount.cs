namespace Slipway.Protocol.Environments;

/// <summary>Launches that came the same way.</summary>
/// <param name="Channel">CLI, IDE, Console or API.</param>
/// <param name="Server">Id of the server that proved itself; null when none did.</param>
/// <param name="ServerName">Name that it had.</param>
/// <param name="Refused">Did the policy of the environment refuse them?</param>
/// <param name="Count">How many.</param>
/// <param name="Newest">When the last one came.</param>
public sealed record LaunchCount(string Channel, Guid? Server, string? ServerName, bool Refused, int Count, DateTimeOffset Newest);
