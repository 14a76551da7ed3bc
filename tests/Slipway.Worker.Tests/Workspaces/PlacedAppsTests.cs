using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Launches;
using Slipway.Worker.Blobs;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Tests.Workspaces;

public sealed class PlacedAppsTests : IDisposable
{
    private static readonly Guid Owner = Guid.NewGuid();

    private readonly TemporaryFolder _folder = new();
    private readonly BlobCache _store;
    private readonly PlacedApps _apps;

    public PlacedAppsTests()
    {
        _store = new BlobCache(_folder["contents"]);
        _apps = new PlacedApps(_folder["kept"], most: 2);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_taken_over_and_what_changed_is_replaced()
    {
        await PlaceAsync(_apps, "one", ("a.js", "a"), ("www/b.js", "b"));
        File.WriteAllText(_folder["one/mark"], "");
        Keep(_apps, "one", ("a.js", "a"), ("www/b.js", "b"));
        await PlaceAsync(_apps, "two", ("a.js", "a"), ("www/b.js", "another"));
        Assert.Equal(["a.js", "mark", "www/b.js"], Files("two"));
        Assert.Equal(("a", "another"), (File.ReadAllText(_folder["two/a.js"]), File.ReadAllText(_folder["two/www/b.js"])));
        Assert.False(Directory.Exists(_folder["one"]));
    }

    [Fact]
    public async Task What_was_replaced_stays_as_it_is_in_the_store()
    {
        await PlaceAsync(_apps, "one", ("a.js", "a"));
        Keep(_apps, "one", ("a.js", "a"));
        await PlaceAsync(_apps, "two", ("a.js", "another"));
        await PlaceAsync(_apps, "three", ("a.js", "a"));
        Assert.Equal(("another", "a"), (File.ReadAllText(_folder["two/a.js"]), File.ReadAllText(_folder["three/a.js"])));
    }

    [Fact]
    public async Task An_app_with_other_paths_gets_a_folder_of_its_own()
    {
        await PlaceAsync(_apps, "one", ("a.js", "a"), ("secret/b.js", "b"));
        Keep(_apps, "one", ("a.js", "a"), ("secret/b.js", "b"));
        await PlaceAsync(_apps, "two", ("a.js", "a"));
        Assert.Equal(["a.js"], Directory.EnumerateFileSystemEntries(_folder["two"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Another_organisation_takes_nothing_over()
    {
        await PlaceAsync(_apps, "one", ("a.js", "a"));
        File.WriteAllText(_folder["one/mark"], "");
        _apps.Keep(Guid.NewGuid(), Manifest([("a.js", "a")]), _folder["one"]);
        await PlaceAsync(_apps, "two", ("a.js", "a"));
        Assert.Equal(["a.js"], Files("two"));
    }

    [Fact]
    public async Task Each_folder_is_taken_over_once()
    {
        await PlaceAsync(_apps, "one", ("a.js", "a"));
        File.WriteAllText(_folder["one/mark"], "");
        Keep(_apps, "one", ("a.js", "a"));
        await PlaceAsync(_apps, "two", ("a.js", "a"));
        await PlaceAsync(_apps, "three", ("a.js", "a"));
        Assert.Equal(["a.js", "mark"], Files("two"));
        Assert.Equal(["a.js"], Files("three"));
    }

    [Fact]
    public async Task Only_the_last_ones_are_kept_and_none_where_none_may_be()
    {
        foreach (var name in new[] { "one", "two", "three" })
        {
            await PlaceAsync(_apps, name, (name, "a"));
            Keep(_apps, name, (name, "a"));
        }

        Assert.Equal(["three", "two"], Directory.EnumerateFiles(_folder["kept"], "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var none = new PlacedApps(_folder["none"], most: 0);
        await PlaceAsync(none, "four", ("four", "a"));
        Keep(none, "four", ("four", "a"));
        Assert.True(File.Exists(_folder["four/four"]));
        Assert.False(Directory.Exists(_folder["none"]));
    }

    private static RevisionManifest Manifest((string Path, string Content)[] files) =>
        new(RevisionKind.Folder, [.. files.Select(f => new RevisionFile(f.Path, Hash(f.Content), f.Content.Length))]);

    private static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(_folder[folder], "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder[folder], path)).Order(StringComparer.Ordinal);

    private void Keep(PlacedApps apps, string folder, params (string Path, string Content)[] files) => apps.Keep(Owner, Manifest(files), _folder[folder]);

    private async Task PlaceAsync(PlacedApps apps, string folder, params (string Path, string Content)[] files)
    {
        var contents = files.DistinctBy(f => f.Content).ToDictionary(f => Hash(f.Content), f => Encoding.UTF8.GetBytes(f.Content));
        using var materials = await PinnedBlobs.FetchAsync(_store, Owner, Manifest(files), async (missing, take, _) =>
        {
            foreach (var hash in missing)
                await take(hash, new MemoryStream(contents[hash]));
        }, TestContext.Current.CancellationToken);
        apps.Place(Owner, Manifest(files), materials, _folder[folder]);
    }
}
