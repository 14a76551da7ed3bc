using System.Diagnostics;
using System.Globalization;
using Slipway.Build.Package;
using Slipway.Build.Read;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Tests.Package;

public sealed class KnownHashesTests : IDisposable
{
    private const long Second = 1_000_000_000;

    private readonly TemporaryApp _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_unchanged_file_is_known_and_a_changed_one_is_not()
    {
        var file = File("a", size: 5, changed: 100 * Second);
        var hash = ContentHash.Of("hello"u8);
        Save([(file, hash)], 200 * Second);
        Assert.Equal(hash, Hashes().Find(file)?.Sha256);
        Assert.Null(Hashes().Find(file with { Stamp = file.Stamp!.Value with { Changed = (100 * Second) + 1 } }));
        Assert.Null(Hashes().Find(file with { Stamp = file.Stamp!.Value with { Inode = 9 } }));
        Assert.Null(Hashes().Find(file with { DiskPath = "/b" }));
        Assert.Null(Hashes().Find(file with { Stamp = null }));
    }

    [Fact]
    public void A_file_that_changed_a_moment_ago_is_not_remembered()
    {
        var file = File("a", size: 5, changed: 199 * Second);
        Save([(file, ContentHash.Of("hello"u8))], 200 * Second);
        Assert.Null(Hashes().Find(file));
    }

    [Fact]
    public void The_older_hash_of_an_unchanged_file_outlives_a_build_that_does_not_ask_for_it()
    {
        var file = File("a", size: 5, changed: 100 * Second);
        var both = new ContentDigests(ContentHash.Of("hello"u8), Sha1Hash.Of("hello"u8));
        Save([(file, both)], 200 * Second);
        Save([(file, new ContentDigests(both.Sha256))], 201 * Second);
        Assert.Equal(both, Hashes().Find(file));
        Save([(file, new ContentDigests(ContentHash.Of("other"u8)))], 202 * Second);
        Assert.Null(Hashes().Find(file)!.Value.Sha1);
    }

    [Fact]
    public void A_damaged_memory_is_no_memory()
    {
        var file = File("a", size: 5, changed: 100 * Second);
        Save([(file, ContentHash.Of("hello"u8))], 200 * Second);
        var bytes = System.IO.File.ReadAllBytes(_folder["hashes"]);
        for (var length = 0; length < bytes.Length; length++)
        {
            System.IO.File.WriteAllBytes(_folder["hashes"], bytes[..length]);
            Assert.Null(Hashes().Find(file));
        }
    }

    [Fact]
    public void A_file_on_the_disk_has_a_stamp_that_follows_its_content()
    {
        _folder.Add("app/index.html", "one");
        using var before = AppReader.Read(_folder["app"], MobilePlatform.Android);
        System.IO.File.WriteAllText(_folder["app/index.html"], "two");
        using var after = AppReader.Read(_folder["app"], MobilePlatform.Android);
        Assert.Equal(before.WebFiles[0].Stamp!.Value.Inode, after.WebFiles[0].Stamp!.Value.Inode);
        Assert.Equal(3, after.WebFiles[0].Stamp!.Value.Size);
        Assert.Equal(ModifiedAccordingToStat(_folder["app/index.html"]), after.WebFiles[0].Stamp!.Value.Modified);
    }

    private static long ModifiedAccordingToStat(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("stat", ["--format=%.9Y", path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return long.Parse(process.StandardOutput.ReadToEnd().Trim().Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private static AppFile File(string name, long size, long changed) =>
        new(name, size, () => Stream.Null, new FileStamp(1, 2, size, changed, changed), "/" + name);

    private KnownHashes Hashes() => new(_folder["hashes"]);

    private void Save(IEnumerable<(AppFile File, ContentHash Hash)> files, long now) => Save(files.Select(f => (f.File, new ContentDigests(f.Hash))), now);

    private void Save(IEnumerable<(AppFile File, ContentDigests Hashes)> files, long now) => Hashes().Save(files, now);
}
