using System.Security.Cryptography;
using System.Text;
using Slipway.Build.Plan;
using Slipway.Build.Revisions;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Revisions;

public sealed class RevisionReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_a_project_only_what_a_build_reads_travels()
    {
        Add("app/package.json", "{}");
        Add("app/index.html", "<title>Source</title>");
        Add("app/src/main.ts", "x");
        Add("app/node_modules/x/index.js", "x");
        Add("app/dist/index.html", "<title>Notes</title>");
        Add("app/dist/js/app.js", "x");
        Add("app/dist/.git/HEAD", "x");
        var revision = Read("app");
        Assert.Equal(["dist/index.html", "dist/js/app.js", "package.json"], revision.Files.Select(f => f.Path));
        Assert.Equal(("Notes", false), (revision.Name, revision.IsNameDerived));
    }

    [Fact]
    public void Of_a_cordova_project_config_pictures_and_web_files_travel()
    {
        Add("app/config.xml", """<widget id="com.example.notes" version="1.0.0"><name>Notes</name><icon src="res/icon.svg"/></widget>""");
        File.Copy(Path.Combine(Repository.Root, "samples/field-notes/icon.svg"), Add("app/res/icon.svg", ""), overwrite: true);
        Add("app/www/index.html", "<title>Page</title>");
        Add("app/merges/android/only.js", "x");
        Add("app/merges/ios/only.js", "x");
        Add("app/platforms/android/build.gradle", "x");
        Add("app/plugins/x/plugin.xml", "x");
        Assert.Equal(
            ["config.xml", "merges/android/only.js", "merges/ios/only.js", "res/icon.svg", "www/index.html"],
            Read("app", MobilePlatform.Android, MobilePlatform.Ios).Files.Select(f => f.Path));
    }

    [Fact]
    public void A_file_travels_with_the_hash_of_its_content_and_can_be_opened()
    {
        Add("app/index.html", "<title>Notes</title>");
        var file = Assert.Single(Read("app").Files);
        using var content = file.Open();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), file.Sha256);
        Assert.Equal(content.Length, file.Size);
    }

    [Fact]
    public void An_unchanged_file_is_not_read_again()
    {
        Add("app/index.html", "<title>Notes</title>");
        var hash = Convert.FromHexString(Assert.Single(Read("app").Files).Sha256);
        var memory = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "cache", "hashes")));
        var bytes = File.ReadAllBytes(memory);
        bytes.AsSpan(bytes.AsSpan().IndexOf(hash), 32).Fill(0xAB);
        File.WriteAllBytes(memory, bytes);
        Assert.Equal(string.Concat(Enumerable.Repeat("ab", 32)), Assert.Single(Read("app").Files).Sha256);
    }

    [Fact]
    public void A_name_that_comes_from_the_folder_is_said_to_be_derived()
    {
        Add("some app/index.html", "<p>No title");
        Assert.Equal(("some app", true), (Read("some app").Name, Read("some app").IsNameDerived));
    }

    [Fact]
    public void What_a_build_here_refuses_is_refused_before_anything_travels_for_all_platforms_at_once()
    {
        Add("app/index.html", "<title>Notes</title>");
        var request = Request("app", MobilePlatform.Android, MobilePlatform.Ios) with { Options = new() { Id = "not an id" } };
        var refusal = Assert.Throws<ProblemException>(() => RevisionReader.Read(request, Environment, TestContext.Current.CancellationToken));
        var android = Assert.Throws<ProblemException>(() => RevisionReader.Read(request with { Platforms = [MobilePlatform.Android] }, Environment, TestContext.Current.CancellationToken));
        Assert.Subset(refusal.Problems.ToHashSet(), android.Problems.ToHashSet());
        Assert.True(refusal.Problems.Count > android.Problems.Count);
    }

    private BuildEnvironment Environment => new(Path.Combine(_folder, "cache"), Path.Combine(_folder, "data"), DateTimeOffset.UtcNow.AddHours(1));

    private BuildRequest Request(string app, params MobilePlatform[] platforms) =>
        new(Path.Combine(_folder, app), Path.Combine(_folder, "out"), null) { Platforms = platforms.Length == 0 ? [MobilePlatform.Android] : platforms };

    private AppRevision Read(string app, params MobilePlatform[] platforms) => RevisionReader.Read(Request(app, platforms), Environment, TestContext.Current.CancellationToken);

    private string Add(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(content));
        return path;
    }
}
