namespace Slipway.Server.Contract.Operations;

/// <summary>A line of a build's log.</summary>
internal sealed record MessageRow(long At, string Severity, string? Code, string? Stage, string Message);
