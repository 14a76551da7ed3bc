namespace Slipway.Protocol.Workers;

/// <summary>A line of a build's log on its way from the worker; secrets are masked already.</summary>
/// <param name="Severity">Notice, Warning or Error.</param>
/// <param name="Code">The code of the problem; null for progress.</param>
/// <param name="Stage">The stage; null when there is none.</param>
/// <param name="Message">The text, one line.</param>
public sealed record WorkerMessage(string Severity, string? Code, string? Stage, string Message);
