using System.Text;
using Slipway.Diagnosis;
using Slipway.Diagnosis.Ways;

namespace Slipway.Cli.Output;

/// <summary>Prints a report of the doctor: the verdict, its causes, all checks, and the ways to the service.</summary>
/// <param name="ink">Output stream.</param>
/// <param name="width">Width of a line in characters.</param>
/// <param name="verbose">Whether to show all measurements of every check.</param>
internal sealed class DoctorPrinter(StyledWriter ink, int width, bool verbose)
{
    private const int Indent = 4;
    private const int LabelWidth = 10;
    private const int MostFacts = 8;
    private const int TitleWidth = 24;
    private const int WayWidth = 20;

    public void Print(DoctorReport report)
    {
        ink.Line(ink.Dim(Terminal.Clean($"{report.Service}{(report.From is null ? "" : $" from {report.From}")}, {(report.Proxy is null ? "without a proxy" : $"through {report.Proxy}")}")));
        Verdict(report);
        foreach (var root in report.Roots)
            Cause(root);
        ink.Line();
        Checks(report.Checks);
        ink.Line();
        Ways(report);
        if (report.Delivery is { } delivery)
            ink.Line(ink.Dim(delivery == "kept" ? "The service keeps this report." : $"The service did not take this report: {Terminal.Clean(delivery)}."));
    }

    private void Verdict(DoctorReport report)
    {
        var unknown = report.Checks.Count(check => check.State == CheckState.Unknown);
        var (mark, text) = (report.State, report.IsReached, report.Roots.Count) switch
        {
            (CheckState.Ok, true, _) => (ink.Green("✓"), "The service is reached from here, and everything that builds need works."),
            (CheckState.Ok, _, _) => (ink.Green("✓"), "All checks that ran succeeded."),
            (CheckState.Unknown, _, _) => (ink.Yellow("?"), $"Nothing was found to be wrong, but {(unknown == 1 ? "one check" : $"{unknown} checks")} could not be measured."),
            (_, true, 1) => (ink.Yellow("!"), "The service is reached from here. One thing is wrong on the way."),
            (_, true, var count) => (ink.Yellow("!"), $"The service is reached from here. {count} things are wrong on the way."),
            (_, false, _) => (ink.Red("✗"), "The service cannot be reached from here."),
            _ => (ink.Red("✗"), "Something is wrong on the way to the service."),
        };
        ink.Line($"{mark} {ink.Bold(text)}");
    }

    private void Cause(CheckResult root)
    {
        var finding = root.Finding;
        ink.Line();
        ink.Line($"  {ink.Red(root.Id)} {ink.Bold(root.Title)}  {ink.Dim(finding.Kind?.Code ?? "")}");
        foreach (var line in Paragraph.Lines(Terminal.Clean(finding.Summary), width - Indent))
            ink.Line($"{new string(' ', Indent)}{line}");
        foreach (var (index, fact) in finding.Facts.Take(verbose ? finding.Facts.Count : MostFacts).Index())
            Wrap(index == 0 ? "measured" : "", $"{fact.Name}: {fact.Value}");
        Wrap("remedy", finding.Remedy);
        foreach (var (index, command) in root.Commands.Index())
            ink.Line($"{new string(' ', Indent)}{ink.Dim((index == 0 ? "see" : "").PadRight(LabelWidth))}{ink.Blue(Terminal.Clean(command.Line))}");
        if (finding.Request is null)
            return;
        ink.Line();
        ink.Line($"{new string(' ', Indent)}{ink.Dim("for the network team")}");
        foreach (var line in Paragraph.Lines(Terminal.Clean(finding.Request), width - Indent - 2))
            ink.Line($"{new string(' ', Indent)}{ink.Yellow("│")} {line}");
    }

    // Checks that were skipped for the same reason share a line.
    private void Checks(IReadOnlyList<CheckResult> checks)
    {
        for (var i = 0; i < checks.Count; i++)
        {
            var skipped = checks.Skip(i).TakeWhile(check => check is { State: CheckState.Skipped, Because: not null } && check.Because == checks[i].Because).ToList();
            if (skipped.Count < 2)
            {
                Check(checks[i]);
                continue;
            }

            Lines(ink.Dim("-"), "", $"{string.Join(", ", skipped.Select(check => $"{check.Id} {check.Title}"))}: skipped because of {checks[i].Because}.", isDim: true);
            i += skipped.Count - 1;
        }
    }

    private void Check(CheckResult check)
    {
        var mark = check.State switch
        {
            CheckState.Ok => ink.Green("✓"),
            CheckState.Fail => ink.Red("✗"),
            CheckState.Unknown => ink.Yellow("?"),
            _ => ink.Dim("-"),
        };
        var because = check is { State: CheckState.Fail, Because: { } id } ? $" Because of {id}." : "";
        Lines(mark, $"{ink.Dim(check.Id)} {check.Title.PadRight(TitleWidth - 2)}", check.Finding.Summary + because, check.State == CheckState.Skipped);
        if (!verbose)
            return;
        foreach (var fact in check.Finding.Facts)
            ink.Line(ink.Dim(new string(' ', Indent + 4) + Terminal.Clean($"{fact.Name}: {fact.Value}")));
        foreach (var command in check.Commands)
            ink.Line(new string(' ', Indent + 4) + ink.Blue(Terminal.Clean(command.Line)));
    }

    private void Lines(string mark, string title, string text, bool isDim)
    {
        var indent = title.Length == 0 ? Indent : Indent + TitleWidth + 2;
        foreach (var (index, line) in Paragraph.Lines(Terminal.Clean(text), width - indent).Index())
        {
            var words = isDim ? ink.Dim(line) : line;
            ink.Line(index == 0 ? $"  {mark} {title}{words}" : new string(' ', indent) + words);
        }
    }

    private void Ways(DoctorReport report)
    {
        ink.Line("Ways to the service, the tightest first");
        foreach (var way in report.Ways)
        {
            var mark = way.Works switch { true => ink.Green("✓"), false => ink.Red("✗"), _ => ink.Yellow("?") };
            ink.Line($"  {mark} {Title(way).PadRight(WayWidth)} {ink.Dim(Terminal.Clean(way.Why))}");
        }

        ink.Line(report.Tightest is { } tightest ? $"The tightest that works from here: {ink.Bold(Title(tightest))}." : "None of them is known to work from here.");
    }

    private static string Title(WayVerdict way) => way.Name.Replace('-', ' ');

    private void Wrap(string label, string? text)
    {
        if (text is null)
            return;
        foreach (var (index, line) in Paragraph.Lines(Terminal.Clean(text), width - Indent - LabelWidth).Index())
            ink.Line($"{new string(' ', Indent)}{ink.Dim((index == 0 ? label : "").PadRight(LabelWidth))}{line}");
    }
}

/// <summary>Wraps text between words.</summary>
internal static class Paragraph
{
    /// <summary>Returns the lines; a word that is longer than a line gets a line of its own.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
            yield return line.ToString();
    }
}
