namespace Slipway.Protocol.Workers;

/// <summary>A log line from the worker; secrets in it are masked.</summary>
/// <param name="Severity">Notice, Warning or Error.</param>
/// <param name="Code">Code of the problem; null for progress.</param>
/// <param name="Stage">The stage; null for none.</param>
/// <param name="Message">The text, one line.</param>
public sealed record WorkerMessage(string Severity, string? Code, string? Stage, string Message);
