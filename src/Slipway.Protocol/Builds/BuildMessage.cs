namespace Slipway.Protocol.Builds;

/// <summary>A line of a build's log.</summary>
/// <param name="Build">Id of the build: the events of a launch may come from several builds.</param>
/// <param name="Seq">Its number within the build, from 1; the id of the event.</param>
/// <param name="At">When the service received it.</param>
/// <param name="Severity">Notice, Warning or Error.</param>
/// <param name="Code">Code of the problem; null for progress.</param>
/// <param name="Stage">The stage, such as <c>package</c>; null for none.</param>
/// <param name="Message">The text, one line.</param>
public sealed record BuildMessage(Guid Build, long Seq, DateTimeOffset At, string Severity, string? Code, string? Stage, string Message);
