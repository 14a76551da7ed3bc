namespace Slipway.Formats.Tests.Outsiders;

/// <summary>What a program of the distribution did.</summary>
internal sealed record OutsiderResult(int ExitCode, string Output, string Errors);
