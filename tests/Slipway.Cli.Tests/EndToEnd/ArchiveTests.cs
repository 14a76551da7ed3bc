namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>Archives of strangers as input.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly (string Name, string Content, uint Mode) Page = ("index.html", "<title>Page</title>", 0);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_archive_is_built() => Assert.Equal(0, Build(HostileArchive.Of(Page)).ExitCode);

    [Fact]
    public void An_archive_of_the_folder_itself_is_built() =>
        Assert.Equal(0, Build(HostileArchive.Of(("app/index.html", "<title>Page</title>", 0), ("app/a.js", "1", 0))).ExitCode);

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/etc/evil")]
    [InlineData("a/../../evil")]
    [InlineData("..\\evil")]
    [InlineData("C:\\evil")]
    public void A_name_that_leaves_the_archive_is_refused(string name) => Refused("SLW-ARC-40002", HostileArchive.Of(Page, (name, "x", 0)));

    [Fact]
    public void A_link_is_refused() => Refused("SLW-ARC-40003", HostileArchive.Of(Page, ("link", "/etc/passwd", HostileArchive.SymbolicLink)));

    [Theory]
    [InlineData("index.html")]
    [InlineData("INDEX.html")]
    public void The_same_name_twice_is_refused(string twin) => Refused("SLW-ARC-40004", HostileArchive.Of(Page, (twin, "y", 0)));

    [Fact]
    public void Something_else_is_refused() => Refused("SLW-ARC-40001", "This is not a zip archive at all, whatever its name says."u8.ToArray());

    [Fact]
    public void Content_that_does_not_match_its_checksum_is_refused()
    {
        var bytes = HostileArchive.Of(Page, ("a.txt", "unmistakable", 0));
        bytes[bytes.AsSpan().IndexOf("unmistakable"u8)] ^= 1;
        Refused("SLW-ARC-40005", bytes);
    }

    [Fact]
    public void A_bomb_is_refused()
    {
        var made = SlipwayRun.Of("bash", ["-c", "head -c 200000000 /dev/zero > bomb.txt && echo '<p>' > index.html && zip -q -9 bomb.zip index.html bomb.txt && rm bomb.txt"], [], _folder.Path);
        Assert.Equal(0, made.ExitCode);
        Refused("SLW-ARC-40006", File.ReadAllBytes(_folder["bomb.zip"]));
    }

    private SlipwayRun Build(byte[] archive) => SlipwayRun.Of("build", _folder.Add("app.zip", archive), "--out", _folder["out"]);

    private void Refused(string code, byte[] archive)
    {
        var run = Build(archive);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"error {code} ", string.Join('\n', run.Error.Split('\n').SkipWhile(l => !l.StartsWith("error", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }
}
