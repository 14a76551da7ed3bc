using System.Text.Json;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Output;

/// <summary>Problems for people and for programs.</summary>
internal static class ProblemPrinter
{
    /// <summary>Writes problems as paragraphs, the worst last: that is where a person looks.</summary>
    public static void Print(Ink ink, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems.OrderBy(p => p.Severity))
        {
            var label = problem.Severity switch
            {
                Severity.Error => ink.Red("error"),
                Severity.Warning => ink.Yellow("warning"),
                _ => ink.Blue("notice"),
            };
            ink.Line($"{label} {Terminal.Clean(problem.Code)} {ink.Bold(Terminal.Clean(problem.Where))}");
            ink.Line($"  {Terminal.Clean(problem.Message)}");
            if (problem.Severity != Severity.Notice)
                ink.Line(ink.Dim($"  {Terminal.Clean(problem.Remedy)}"));
        }
    }

    /// <summary>Writes problems as an array.</summary>
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Problem> problems)
    {
        json.WriteStartArray(name);
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            json.WriteString("severity", problem.Severity.ToString());
            json.WriteString("where", problem.Where);
            json.WriteString("message", problem.Message);
            json.WriteString("remedy", problem.Remedy);
            json.WriteString("blame", problem.Blame.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
