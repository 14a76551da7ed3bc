using System.Text.Json.Serialization;

namespace Slipway.Protocol.Environments;

/// <summary>The number of launches that came the same way.</summary>
/// <param name="Channel">CLI, IDE, Console or API.</param>
/// <param name="Machine">Id of the machine that proved itself; null if none did.</param>
/// <param name="MachineName">Name of the machine at that time.</param>
/// <param name="Refused">Whether the policy of the environment refused them.</param>
/// <param name="Count">Number of launches.</param>
/// <param name="Newest">Time of the last launch.</param>
public sealed record LaunchCount(string Channel, [property: JsonPropertyName("server")] Guid? Machine, [property: JsonPropertyName("serverName")] string? MachineName, bool Refused, int Count, DateTimeOffset Newest);
