using System.Text.RegularExpressions;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Guides;

/// <summary>
/// A guide of docs/connectivity, done as it says. In blocks of the language console a line <c>HOST# COMMAND</c> is a command and
/// the lines below are what it prints; a block whose language is followed by <c>HOST:NAME</c> is a file.
/// </summary>
public sealed partial class Guide
{
    private readonly List<Section> _sections = [];

    public Guide(string file)
    {
        File = file;
        foreach (var part in Heading.Split(System.IO.File.ReadAllText(Path.Combine(Folder, file))).Skip(1))
        {
            var blocks = Fence.Matches(part).Select(m => (Info: m.Groups["info"].Value.Split(' ', 2), Text: m.Groups["text"].Value)).ToList();
            _sections.Add(new Section(
                part.Split('\n', 2)[0].Trim(),
                [.. blocks.Where(b => b.Info.Length == 2).Select(b => (b.Info[1].Split(':')[0], b.Info[1].Split(':')[1], b.Text))],
                [.. blocks.Where(b => b.Info[0] == "console").SelectMany(b => Steps(b.Text))]));
        }
    }

    /// <summary>Where the guides are.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "connectivity");

    public string File { get; }

    public IReadOnlyList<Section> Sections => _sections;

    /// <summary>Writes the files of the guide and gives the commands of a section; each has to print what the guide says, or at least to succeed.</summary>
    public IReadOnlyList<Ran> Follow(Lab lab, string title)
    {
        var section = _sections.Single(s => s.Title == title);
        foreach (var (host, name, text) in _sections.SelectMany(s => s.Files))
            lab[host].Write(name, text);
        return [.. section.Steps.Select(step => step.GoesOn ? Begin(lab, step) : Do(lab, step))];
    }

    private static Ran Do(Lab lab, Step step)
    {
        var ran = lab[step.Host].Run("bash", "-c", step.Command);
        if (step.Expected.Count == 0)
            return ran.Well();
        var printed = (ran.Out + ran.Error).Split('\n', StringSplitOptions.TrimEntries);
        Assert.All(step.Expected, line => Assert.True(printed.Any(p => Fits(line, p)), $"{step.Host}# {step.Command}\n'{line}' is not in: {ran.Out}{ran.Error}"));
        return ran;
    }

    private static Ran Begin(Lab lab, Step step)
    {
        var service = lab[step.Host].Start("bash", "-c", "exec " + step.Command);
        foreach (var line in step.Expected)
            service.Line(line.Split('…').MaxBy(part => part.Length)!);
        return new Ran(step.Command, 0, service.Said, "");
    }

    private static bool Fits(string expected, string printed) => Regex.IsMatch(printed, "^" + Regex.Escape(expected).Replace("…", ".*", StringComparison.Ordinal) + "$");

    private static IEnumerable<Step> Steps(string text)
    {
        Step? step = null;
        foreach (var line in text.Replace("\\\n", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Prompt.Match(line) is { Success: true } prompt)
            {
                if (step is not null)
                    yield return step;
                var command = prompt.Groups["command"].Value.Trim();
                step = new Step(prompt.Groups["host"].Value, command.TrimEnd('&').TrimEnd(), [], command.EndsWith('&'));
            }
            else
            {
                step = step! with { Expected = [.. step.Expected, line.Trim()] };
            }
        }

        if (step is not null)
            yield return step;
    }

    [GeneratedRegex("^##+ ", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }

    [GeneratedRegex("^```(?<info>[a-z]+[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence { get; }

    [GeneratedRegex("^(?<host>[a-z]+(-[0-9]+)?)# (?<command>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Prompt { get; }
}
