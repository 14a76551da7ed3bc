using System.Security.Cryptography;
using Slipway.Worker.Builds;

namespace Slipway.Worker.Tests.Builds;

/// <summary>What a build that was taken over can find out about other organisations' builds on the same worker.</summary>
public sealed class OrganisationTests : IDisposable
{
    private const string Picture = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#123" d="M0 0h8v8z"/></svg>""";

    // Contents of all files that are there once the worker has said that the cache is.
    private const string Look = """
        say(kind='deflated')
        listen()
        found = []
        skipped = ('proc', 'dev', 'usr', 'lib', 'lib64', 'tmp', 'etc')
        for place in ['/' + name for name in os.listdir('/') if name not in skipped]:
            for folder, folders, files in os.walk(place):
                for name in files:
                    found.append((folder + '/' + name).encode() + b' ' + open(folder + '/' + name, 'rb').read())
        found = b'\n'.join(found)
        seen = [name for name, needle in json.loads(needles).items() if bytes.fromhex(needle) in found]
        finish('app.apk', ' '.join(sorted(seen)).encode())
        """;

    private readonly TemporaryFolder _shared = new();
    private readonly TestApp _secret = TestApp.Of(
        ("config.xml", """<widget id="dev.example.app" version="1.0.0"><name>App</name><icon src="icon.svg" /></widget>"""),
        ("icon.svg", Picture),
        ("www/index.html", string.Concat(Enumerable.Range(0, 500).Select(i => $"the plan, paragraph {i}. "))),
        ("www/other.html", "nothing"));

    public void Dispose() => _shared.Dispose();

    [Fact]
    public async Task Its_own_organisations_contents_are_all_that_a_build_sees()
    {
        await using (var first = Worker(null))
        {
            using var built = await first.RunAsync(_secret.Job());
            Assert.True(built.End == BuildEnd.Succeeded, string.Join('\n', built.Problems));
        }

        var app = TestApp.Of(("config.xml", "<widget/>"), ("www/index.html", new string('x', 500)));
        await using var worker = Worker(Look);
        using var own = await worker.RunAsync(app.Job());
        using var other = await worker.RunAsync(app.Job(change: lease => lease with { Organisation = Guid.NewGuid() }));
        Assert.Equal("hash", File.ReadAllText(own.Files[0].Path));
        Assert.Equal("", File.ReadAllText(other.Files[0].Path));
    }

    [Fact]
    public async Task An_app_with_the_same_paths_brings_nothing_of_the_other_ones_folder()
    {
        await using var worker = Worker(Look);
        using var first = await worker.RunAsync(_secret.Job());
        Assert.Equal("hash text", File.ReadAllText(first.Files[0].Path));
        var same = TestApp.Of([.. _secret.Files.Keys.Select(path => (path, "of the other"))]);
        using var second = await worker.RunAsync(same.Job(change: lease => lease with { Organisation = Guid.NewGuid() }));
        Assert.Equal("", File.ReadAllText(second.Files[0].Path));
    }

    [Fact]
    public async Task What_another_organisation_has_built_is_fetched_and_deflated_and_drawn_again()
    {
        await using var worker = Worker(null);
        using var first = await worker.RunAsync(_secret.Job());
        _secret.Fetched.Clear();
        using var second = await worker.RunAsync(_secret.Job(change: lease => lease with { Organisation = Guid.NewGuid() }));
        Assert.Equal(File.ReadAllBytes(first.Files[0].Path), File.ReadAllBytes(second.Files[0].Path));
        Assert.Equal(_secret.Files.Count, _secret.Fetched.Count);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(worker.Work, "icons")).Length);
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(worker.Work, "deflated")).Length);
    }

    [Fact]
    public async Task Caches_of_a_worker_are_nobody_elses_to_look_into()
    {
        await using var worker = Worker(null);
        using var built = await worker.RunAsync(_secret.Job());
        Assert.All(
            new[] { "builds", "contents", "deflated", "icons" },
            name => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(worker.Work, name))));
    }

    private TestWorker Worker(string? script)
    {
        var content = _secret.Files["www/index.html"];
        var needles = $$"""{"hash": "{{Convert.ToHexString(SHA256.HashData(content))}}", "text": "{{Convert.ToHexString(content.AsSpan(0, 100))}}"}""";
        return new TestWorker { Work = _shared["work"], Cache = _shared["cache"], Child = script is null ? null : HostileChild.Of($"needles = '{needles}'\n{script}") };
    }
}
