using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Tests.Workspaces;

public sealed class ManifestPathsTests
{
    private static readonly string Hash = new('a', 64);

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData(".")]
    [InlineData("a/./b")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_path_that_leads_elsewhere_is_refused(string path) => Refused(path);

    [Fact]
    public void Paths_that_contradict_each_other_are_refused()
    {
        Refused("a", "a");
        Refused("a", "a/b");
        Refused("a/b/c", "a/b");
    }

    [Fact]
    public void Paths_that_no_disk_takes_are_refused()
    {
        Refused(new string('n', 256));
        Refused(string.Join('/', Enumerable.Repeat("d", 65)));
        Refused(string.Join('/', Enumerable.Repeat(new string('n', 200), 11)));
        Refused("\ud800");
    }

    [Fact]
    public void Names_that_are_odd_but_possible_are_left_to_the_build() =>
        ManifestPaths.Check(Manifest("..a/b..", "C:\\x", "a b", "ä", "a\nb", "...", "a/c"));

    [Fact]
    public void Hashes_sizes_and_archives_are_looked_at()
    {
        Refuses(new RevisionManifest(RevisionKind.Folder, []));
        Refuses(new RevisionManifest(RevisionKind.Folder, [new RevisionFile("a", Hash, -1)]));
        Refuses(new RevisionManifest(RevisionKind.Folder, [new RevisionFile("a", Hash, (8L << 30) + 1)]));
        Refuses(new RevisionManifest(RevisionKind.Folder, [new RevisionFile("a", Hash, long.MaxValue), new RevisionFile("b", Hash, long.MaxValue)]));
        Refuses(new RevisionManifest(RevisionKind.Folder, [new RevisionFile("a", Hash[1..], 1)]));
        Refuses(new RevisionManifest(RevisionKind.Folder, [new RevisionFile("a", "../" + Hash[3..], 1)]));
        Refuses(Manifest("a", "b") with { Kind = RevisionKind.Archive });
    }

    private static RevisionManifest Manifest(params string[] paths) => new(RevisionKind.Folder, [.. paths.Select(p => new RevisionFile(p, Hash, 1))]);

    private static void Refused(params string[] paths) => Refuses(Manifest(paths));

    private static void Refuses(RevisionManifest manifest) =>
        Assert.All(Assert.Throws<ProblemException>(() => ManifestPaths.Check(manifest)).Problems, p => Assert.Equal(SandboxProblems.ManifestRefused, p.Kind));
}
