using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Problems;

public sealed class ProblemCatalogueTests
{
    [Fact]
    public void Codes_are_unique_and_well_formed()
    {
        Assert.Equal(ProblemCatalogue.All.Count, ProblemCatalogue.All.Select(k => k.Code).Distinct().Count());
        Assert.All(ProblemCatalogue.All, k => Assert.Matches(new Regex("^SLW-[A-Z]{3,4}-[1245][0-9]{4}$"), k.Code));
    }

    [Fact]
    public void The_class_digit_tells_who_is_to_blame() =>
        Assert.All(ProblemCatalogue.All, k => Assert.Contains(k.Code[^5], k.Blame switch
        {
            Blame.User => "24",
            Blame.Network => "1",
            _ => "5",
        }));

    [Fact]
    public void Every_kind_is_in_the_list()
    {
        var declared = typeof(ProblemCatalogue).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(ProblemCatalogue).Namespace)
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(p => p.PropertyType == typeof(ProblemKind))
            .Select(p => (ProblemKind)p.GetValue(null)!);
        Assert.Empty(declared.Except(ProblemCatalogue.All));
    }

    [Fact]
    public void Texts_are_sentences() => Assert.All(ProblemCatalogue.All, k =>
    {
        Assert.False(k.Title.EndsWith('.'));
        Assert.Matches("[.:?A-Za-z]$", k.Cause);
        Assert.True(char.IsUpper(k.Cause[0]) || k.Cause.StartsWith("javac", StringComparison.Ordinal), k.Code);
        Assert.True(k.Remedy.Length > 10, k.Code);
    });

    /// <summary>Set SLIPWAY_UPDATE=1 to write the pages anew.</summary>
    [Fact]
    public void There_is_a_page_for_each_kind_and_it_says_what_the_catalogue_says()
    {
        var folder = Path.Combine(Repository.Root, "docs", "problems");
        var pages = ProblemCatalogue.All.ToDictionary(k => k.Code + ".md", Page, StringComparer.Ordinal);
        pages["README.md"] = Index();
        if (Environment.GetEnvironmentVariable("SLIPWAY_UPDATE") == "1")
        {
            Directory.CreateDirectory(folder);
            foreach (var stale in Directory.GetFiles(folder).Where(f => !pages.ContainsKey(Path.GetFileName(f))))
                File.Delete(stale);
            foreach (var (name, text) in pages)
                File.WriteAllText(Path.Combine(folder, name), text);
        }

        Assert.Equal(pages.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.Equal(page.Value, File.ReadAllText(Path.Combine(folder, page.Key))));
    }

    private static string Page(ProblemKind kind) =>
        $"""
        # {kind.Code}: {kind.Title}

        {Effect(kind)}

        **Why it happens.** {kind.Cause}

        **What to do.** {kind.Remedy}

        [All problems](README.md)

        """.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static string Effect(ProblemKind kind) => (kind.Severity, kind.Blame) switch
    {
        (Severity.Notice, _) => "A notice: the build goes on.",
        (Severity.Warning, _) => "A warning: the build goes on.",
        (_, Blame.User) => "An error in the app or the options. Exit code 1; nothing is written.",
        (_, Blame.Network) => "An error of the network or of a service that does not answer, not of the app. Exit code 3; nothing is written.",
        (_, Blame.Machine) => "An error of the machine, not of the app. Exit code 3; nothing is written.",
        _ => "An error of Slipway itself. Exit code 3; nothing is written.",
    };

    private static string Index()
    {
        var text = new StringBuilder("# Problems\n\nEvery problem that Slipway reports has a code that stays the same for ever. These pages are made from the catalogue in `src/Slipway.Protocol/Problems`.\n\n| code | problem | effect |\n|---|---|---|\n");
        foreach (var kind in ProblemCatalogue.All)
            text.Append($"| [{kind.Code}]({kind.Code}.md) | {kind.Title} | {kind.Severity.ToString().ToLowerInvariant()} |\n");
        return text.ToString();
    }
}
