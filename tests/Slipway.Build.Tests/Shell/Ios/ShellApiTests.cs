using System.Text.RegularExpressions;
using Slipway.Build.Shell.Ios;

namespace Slipway.Build.Tests.Shell.Ios;

/// <summary>Everything that the linked shell names of the system, as LLVM reads it, is in the list of public facts.</summary>
public sealed partial class ShellApiTests
{
    private static readonly Version Oldest = new(15, 0);

    [Theory]
    [InlineData(IosShellVariant.Device)]
    [InlineData(IosShellVariant.Simulator)]
    public void Every_selector_and_class_is_listed(IosShellVariant variant) =>
        Assert.Empty(Unlisted(CompiledShells.PathOf(variant), PublicFacts.Api));

    [Theory]
    [InlineData("setURLSchemeHandler:forURLScheme:")]
    [InlineData("WKWebView")]
    [InlineData("UIViewController")]
    [InlineData("WKURLSchemeHandler")]
    public void A_name_that_is_not_listed_is_noticed(string name)
    {
        var without = PublicFacts.Api.Where(line => line[1] != name).ToList();
        Assert.NotEqual(PublicFacts.Api.Count, without.Count);
        Assert.Equal([name], Unlisted(CompiledShells.PathOf(IosShellVariant.Device), without));
    }

    [Fact]
    public void Every_line_has_a_release_and_a_public_reference() => Assert.All(PublicFacts.Api, line =>
    {
        Assert.Contains(line[0], (string[])["class", "protocol", "selector", "symbol"]);
        Assert.True(Version.TryParse(line[2], out _), line[1]);
        Assert.True(Uri.TryCreate(line[3], UriKind.Absolute, out var reference) && reference.Scheme == Uri.UriSchemeHttps, line[1]);
        Assert.True(line.Length == 4 || line is [_, _, _, _, "guarded"], line[1]);
    });

    [Fact]
    public void What_is_newer_than_the_oldest_release_is_guarded() => Assert.All(
        PublicFacts.Api, line => Assert.Equal(Version.Parse(line[2]) > Oldest, line is [_, _, _, _, "guarded"]));

    [Fact]
    public void Nothing_is_listed_twice() =>
        Assert.Empty(PublicFacts.Api.GroupBy(line => $"{line[0]} {line[1]}", StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void The_list_is_not_empty_and_the_names_are_read()
    {
        var names = Names(CompiledShells.PathOf(IosShellVariant.Device));
        Assert.InRange(names.Selectors.Count, 100, 1000);
        Assert.InRange(names.Types.Count, 30, 1000);
        Assert.InRange(PublicFacts.Api.Count, 150, 2000);
    }

    private static List<string> Unlisted(string shell, IReadOnlyList<string[]> api)
    {
        var (selectors, types) = Names(shell);
        var listedSelectors = api.Where(line => line[0] == "selector").Select(line => line[1]).ToHashSet(StringComparer.Ordinal);
        var listedTypes = api.Where(line => line[0] is "class" or "protocol").Select(line => line[1]).ToHashSet(StringComparer.Ordinal);
        return [.. selectors.Except(listedSelectors, StringComparer.Ordinal), .. types.Except(listedTypes, StringComparer.Ordinal)];
    }

    // Selectors that are sent, without those that only the shell's own classes answer; classes and protocols by their names.
    private static (HashSet<string> Selectors, HashSet<string> Types) Names(string shell)
    {
        var metadata = CompiledShells.Dump(shell, "--objc-meta-data");
        var own = Method.Matches(metadata).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var listed = PublicFacts.Api.Select(line => line[1]).ToHashSet(StringComparer.Ordinal);
        var sent = Sent.Matches(CompiledShells.Dump(shell, "--section=__DATA,__objc_selrefs")).Select(m => m.Groups["name"].Value.Trim());
        var strings = CompiledShells.Dump(shell, "--section=__TEXT,__cstring");
        var types = TypeName.Matches(strings).Concat(Superclass.Matches(metadata)).Select(m => m.Groups["name"].Value);
        return ([.. sent.Where(selector => !own.Contains(selector) || listed.Contains(selector))], [.. types.Where(type => !type.StartsWith("SLW", StringComparison.Ordinal) && !IsKey(type))]);
    }

    // Strings that begin like a class: keys of Info.plist and names of errors.
    private static bool IsKey(string text) => text.EndsWith("Domain", StringComparison.Ordinal) || text.Contains("UsageDescription", StringComparison.Ordinal);

    [GeneratedRegex(@"^\t\t      name 0x[0-9a-f]+ (?<name>\S+)\n\t\t     types", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Method { get; }

    [GeneratedRegex(@"__objc_methname:(?<name>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Sent { get; }

    [GeneratedRegex(@"^[0-9a-f]{16}  (?<name>(UI|WK|NS)[A-Z]\w+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName { get; }

    [GeneratedRegex(@"superclass 0x[0-9a-f]+ _OBJC_CLASS_\$_(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Superclass { get; }
}
