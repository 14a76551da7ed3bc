using Slipway.Protocol.Problems;

namespace Slipway.Cli.Output;

/// <summary>Problems for people.</summary>
internal static class ProblemPrinter
{
    /// <summary>Writes problems as paragraphs, the worst last: that is where a person looks.</summary>
    public static void Print(StyledWriter ink, IEnumerable<Problem> problems)
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
}
