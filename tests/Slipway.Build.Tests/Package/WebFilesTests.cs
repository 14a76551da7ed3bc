using Slipway.Build.Package;
using Slipway.Build.Read;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Package;

public sealed class WebFilesTests : IDisposable
{
    private readonly TemporaryApp _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_touched_while_its_app_is_packed_is_refused()
    {
        var item = Touch(new KnownHashes(_folder["hashes"]));
        Assert.Equal(FileProblems.Changed, Assert.Throws<ProblemException>(() => item.Open()).Problems[0].Kind);
    }

    [Fact]
    public void A_file_whose_content_cannot_change_is_packed_though_another_build_makes_a_link_to_it()
    {
        using var content = Touch(new ManifestHashes(new Dictionary<string, ContentDigests>())).Open();
        Assert.Equal(5, content.Length);
    }

    // A link to a file changes its stamp, and nothing else of it; so does this.
    private ZipItem Touch(IKnownHashes known)
    {
        var path = _folder["www/a.js"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "hello");
        var stamp = FileProbe.Look(path).Stamp;
        var file = new AppFile("a.js", 5, () => File.OpenRead(path), stamp with { Changed = stamp.Changed - 1 }, path);
        return WebFiles.Items([file], WebFiles.AndroidFolder, known).Single();
    }
}
