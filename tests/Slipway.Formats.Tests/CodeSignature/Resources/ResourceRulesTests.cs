using System.Text.RegularExpressions;
using CsCheck;
using Slipway.Formats.CodeSignature.Resources;
using Slipway.Formats.Plist;

namespace Slipway.Formats.Tests.CodeSignature.Resources;

public sealed class ResourceRulesTests
{
    private static readonly string[] Pieces =
    [
        "Base.lproj", "de.lproj", ".lproj", "lproj", "locversion.plist", "locversionXplist", "version.plist", "versionXplist", "Info.plist",
        "PkgInfo", ".DS_Store", "DS_Store", "a.dSYM", ".dSYM", "b", "/", "/", "embedded.provisionprofile", "embedded.mobileprovision", "www", "\n",
    ];

    [Theory]
    [InlineData("www/index.html", false, false)]
    [InlineData("Info.plist", true, false)]
    [InlineData("www/Info.plist", false, false)]
    [InlineData("PkgInfo", true, false)]
    [InlineData("www/PkgInfo", false, false)]
    [InlineData("de.lproj/InfoPlist.strings", false, true)]
    [InlineData("www/de.lproj/a", false, true)]
    [InlineData("Base.lproj/a", false, false)]
    [InlineData("www/Base.lproj/a", false, true)]
    [InlineData("de.lproj/locversion.plist", true, false)]
    [InlineData("Base.lproj/locversion.plist", true, false)]
    [InlineData(".DS_Store", true, false)]
    [InlineData("de.lproj/.DS_Store", true, false)]
    [InlineData("www/a.DS_Store", false, false)]
    [InlineData("embedded.mobileprovision", false, false)]
    [InlineData("a.dSYM/Contents", false, false)]
    public void The_rules_of_a_flat_bundle_say_what_is_sealed(string path, bool isOmitted, bool isOptional)
    {
        var rule = ResourceRules.FlatV2.Find(path);
        Assert.NotNull(rule);
        Assert.Equal((isOmitted, isOptional), (rule.IsOmitted, rule.IsOptional));
    }

    [Fact]
    public void The_older_list_seals_what_the_newer_leaves_to_the_signature()
    {
        Assert.False(ResourceRules.FlatV1.Find("Info.plist")!.IsOmitted);
        Assert.False(ResourceRules.FlatV1.Find("PkgInfo")!.IsOmitted);
        Assert.True(ResourceRules.FlatV1.Find("de.lproj/a")!.IsOptional);
    }

    [Fact]
    public void The_matchers_by_hand_mean_the_patterns() =>
        Gen.Int[0, Pieces.Length - 1].Array[1, 5].Select(picked => string.Concat(picked.Select(i => Pieces[i]))).Sample(path =>
        {
            foreach (var rule in ResourceRules.FlatV1.Rules.Concat(ResourceRules.FlatV2.Rules))
            {
                var meant = Regex.IsMatch(path, rule.Pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
                Assert.True(FlatBundleRules.Matcher(rule.Pattern)!(path) == meant, $"{rule.Pattern} on '{path}' is {meant}");
                Assert.True(PosixPattern.Compile(rule.Pattern)(path) == meant, $"{rule.Pattern} on '{path}' is {meant}");
            }
        });

    [Fact]
    public void Rules_that_are_written_are_read_as_the_same()
    {
        Assert.Equal(Sorted(ResourceRules.FlatV1), ResourceRules.Read(ResourceRules.FlatV1.ToPlist()).Rules);
        Assert.Equal(Sorted(ResourceRules.FlatV2), ResourceRules.Read(ResourceRules.FlatV2.ToPlist()).Rules);
    }

    [Theory]
    [InlineData(@"^a[b-d]+\.x$", "acbd.x", true)]
    [InlineData(@"^a[b-d]+\.x$", "aebd.x", false)]
    [InlineData(@"[\d]", "7", false)]
    [InlineData(@"[\d]", "d", true)]
    [InlineData(@"[]x]", "]", true)]
    [InlineData(@"[^/]$", "a/", false)]
    [InlineData("a#b c", "a#b c", true)]
    [InlineData("^(Frameworks|PlugIns)/", "PlugIns/a", true)]
    [InlineData("a.b$", "a\nb", true)]
    [InlineData("a$", "a\n", false)]
    public void Patterns_of_others_are_understood_as_posix_does(string pattern, string path, bool isMatch) =>
        Assert.Equal(isMatch, ResourceRules.Read(new PlistDictionary([new(pattern, new PlistBoolean(true))])).Find(path) is not null);

    [Theory]
    [InlineData("(")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("[z-a]")]
    [InlineData("(?i)a")]
    [InlineData("a*?")]
    [InlineData(@"\d")]
    [InlineData(@"\")]
    [InlineData("a{1000000}")]
    [InlineData("[[:alpha:]]")]
    public void A_pattern_that_cannot_be_understood_is_refused(string pattern) =>
        Assert.Throws<MalformedInputException>(() => ResourceRules.Read(new PlistDictionary([new(pattern, new PlistBoolean(true))])));

    [Fact]
    public void A_pattern_that_is_made_to_backtrack_is_answered_at_once()
    {
        var rules = ResourceRules.Read(new PlistDictionary([new("^(a|a|(a+)+)+$", new PlistBoolean(true))]));
        Assert.Null(rules.Find(new string('a', 4000) + "b"));
    }

    [Fact]
    public void Too_many_or_too_heavy_or_strange_rules_are_refused()
    {
        Assert.Throws<MalformedInputException>(() => ResourceRules.Read(new PlistDictionary(Enumerable.Range(0, 257).Select(i => KeyValuePair.Create<string, PlistValue>($"a{i}", new PlistBoolean(true))))));
        Assert.Throws<MalformedInputException>(() => ResourceRules.Read(new PlistDictionary([new("a", new PlistString("x"))])));
        foreach (var weight in new PlistValue[] { new PlistReal(double.NaN), new PlistInteger(-1), new PlistReal(1e20), new PlistString("1") })
            Assert.Throws<MalformedInputException>(() => ResourceRules.Read(new PlistDictionary([new("a", new PlistDictionary([new("weight", weight)]))])));
    }

    [Fact]
    public void The_heaviest_rule_wins()
    {
        var rules = ResourceRules.Read(new PlistDictionary(
        [
            new("^.*", new PlistDictionary([new("weight", new PlistInteger(5))])),
            new("^a", new PlistDictionary([new("weight", new PlistReal(7)), new("omit", new PlistBoolean(true))])),
            new("^ab", new PlistBoolean(false)),
        ]));
        Assert.Equal("^a", rules.Find("ab")!.Pattern);
        Assert.Equal("^.*", rules.Find("b")!.Pattern);
    }

    private static IEnumerable<ResourceRule> Sorted(ResourceRules rules) => rules.Rules.OrderBy(rule => rule.Pattern, StringComparer.Ordinal);
}
