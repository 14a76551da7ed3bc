using System.Text.RegularExpressions;

namespace Slipway.Cli.Tests.Architecture;

/// <summary>The drawings of the documentation are made by a script from descriptions; nobody edits one by hand.</summary>
public sealed partial class DrawingTests
{
    private static string Script => Path.Combine(Repository.Root, "eng", "drawings", "draw.py");

    [Fact]
    public void Drawings_are_what_the_script_draws()
    {
        var run = SlipwayRun.Of("/usr/bin/python3", [Script, "--check"], []);
        Assert.True(run.ExitCode == 0, $"Run eng/drawings/draw.py.\n{run.Out}{run.Error}");
    }

    [Fact]
    public void Every_drawing_is_shown_and_every_picture_that_is_shown_is_there()
    {
        var pages = Repository.Files("docs", "*.md").Append(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        var shown = from page in pages
                    from Match picture in Picture.Matches(File.ReadAllText(page))
                    select Repository.Relative(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, picture.Groups["path"].Value)));
        Assert.Equal(Repository.Files("docs", "*.svg").Select(Repository.Relative), shown.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"!\[[^\]]+\]\((?<path>[^)]+\.svg)\)")]
    private static partial Regex Picture { get; }
}
