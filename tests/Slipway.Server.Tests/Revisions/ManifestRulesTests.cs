using Slipway.Protocol.Launches;
using Slipway.Server.Revisions;

namespace Slipway.Server.Tests.Revisions;

public sealed class ManifestRulesTests
{
    private static readonly string Hash = new('a', 64);
    private static readonly RevisionLimits Limits = new();

    [Theory]
    [InlineData("../x")]
    [InlineData("/x")]
    [InlineData("C:/x")]
    [InlineData("..\\x")]
    [InlineData("a\0b")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("folder/")]
    [InlineData("")]
    public void A_path_that_does_not_mean_the_same_file_everywhere_is_named(string path)
    {
        var problem = Assert.Single(Check(path));
        Assert.Equal("SLW-SRV-42203", problem.Code);
        Assert.DoesNotContain('\0', problem.Where);
    }

    [Fact]
    public void A_path_with_half_a_character_is_refused() => Assert.Equal("SLW-SRV-42203", Assert.Single(Check("a\ud800")).Code);

    [Fact]
    public void A_path_that_is_too_long_is_refused() => Assert.Equal("SLW-SRV-42203", Assert.Single(Check(new string('a', 1025))).Code);

    [Theory]
    [InlineData("a.js", "A.js")]
    [InlineData("caf\u00e9", "cafe\u0301")]
    [InlineData("js/a", "JS")]
    [InlineData("www/a:b.js", "LICENSE.")]
    [InlineData("a./b", "a ")]
    public void Names_that_a_folder_of_this_system_holds_are_left_to_the_build(string one, string other) => Assert.Empty(Check(one, other));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "a/b")]
    [InlineData("a/b/c", "a")]
    public void Paths_that_exclude_each_other_are_refused(string one, string other)
    {
        Assert.Equal("SLW-SRV-42203", Assert.Single(Check(one, other)).Code);
        Assert.Empty(Check(other));
    }

    [Fact]
    public void Too_many_files_are_refused() =>
        Assert.Equal("SLW-SRV-42204", Assert.Single(Check([.. Enumerable.Range(0, Limits.MostFiles + 1).Select(i => i.ToString())])).Code);

    [Fact]
    public void As_many_files_as_allowed_are_not() => Assert.Empty(Check([.. Enumerable.Range(0, Limits.MostFiles).Select(i => i.ToString())]));

    [Theory]
    [InlineData(-1, "SLW-SRV-40002")]
    [InlineData((1L << 30) + 1, "SLW-SRV-42204")]
    public void Sizes_have_bounds(long size, string code) =>
        Assert.Equal(code, Assert.Single(ManifestRules.Check(new RevisionManifest(RevisionKind.Folder, [new RevisionFile("a", Hash, size)]), Limits)).Code);

    [Fact]
    public void All_files_together_have_a_bound()
    {
        var files = Enumerable.Range(0, 5).Select(i => new RevisionFile($"{i}", Hash, 1L << 30));
        Assert.Equal("SLW-SRV-42204", Assert.Single(ManifestRules.Check(new RevisionManifest(RevisionKind.Folder, [.. files]), Limits)).Code);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_hash_is_64_digits_in_lower_case(string hash) =>
        Assert.Equal("SLW-SRV-40001", Assert.Single(ManifestRules.Check(new RevisionManifest(RevisionKind.Folder, [new RevisionFile("a", hash, 1)]), Limits)).Code);

    [Fact]
    public void An_archive_is_one_file()
    {
        Assert.Empty(ManifestRules.Check(new RevisionManifest(RevisionKind.Archive, [new RevisionFile("app.zip", Hash, 1)]), Limits));
        Assert.Single(ManifestRules.Check(new RevisionManifest(RevisionKind.Archive, [new RevisionFile("a.zip", Hash, 1), new RevisionFile("b.zip", Hash, 1)]), Limits));
    }

    private static IReadOnlyList<Protocol.Problems.Problem> Check(params string[] paths) =>
        ManifestRules.Check(new RevisionManifest(RevisionKind.Folder, [.. paths.Select(path => new RevisionFile(path, Hash, 1))]), Limits);
}
