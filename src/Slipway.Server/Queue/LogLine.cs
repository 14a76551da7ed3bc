using Slipway.Protocol.Text;

namespace Slipway.Server.Queue;

/// <summary>A line for a build's log.</summary>
internal sealed record LogLine(string Severity, string? Code, string? Stage, string Message)
{
    private const int MostWord = 40;
    private static readonly string[] Severities = ["Notice", "Warning", "Error"];

    /// <summary>Returns a line of the service itself.</summary>
    public static LogLine Notice(string message) => new("Notice", null, null, message);

    /// <summary>Returns a line from a worker, with its text escaped.</summary>
    public static LogLine Of(string severity, string? code, string? stage, string message) => new(
        Severities.Contains(severity) ? severity : Severities[0], Word(code), Word(stage), SafeLine.Of(message));

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : SafeLine.Of(text, MostWord);
}
