using Slipway.Worker.Builds;

namespace Slipway.Worker.Tests.Builds;

/// <summary>Caches are shaped by nobody's build, and read by builds of one organisation.</summary>
public sealed class CacheTests
{
    private const string Poison = """
        changed = []
        def attempt(name, step):
            try:
                step()
                changed.append(name)
            except OSError:
                pass
        for folder, folders, files in [found for place in ['/cache', order['prepared']] for found in os.walk(place)]:
            attempt('new in ' + folder, lambda: open(folder + '/new', 'w').write('poison'))
            attempt('chmod ' + folder, lambda: os.chmod(folder, 0o777))
            for name in files:
                path = folder + '/' + name
                attempt('write ' + path, lambda: open(path, 'r+b').write(bytes(100)))
                attempt('remove ' + path, lambda: os.unlink(path))
                attempt('rename ' + path, lambda: os.rename(path, path + 'x'))
                attempt('truncate ' + path, lambda: os.truncate(path, 0))
        for folder, folders, files in os.walk(order['app']):
            for name in files:
                path = folder + '/' + name
                attempt('write ' + path, lambda: open(path, 'r+b').write(bytes(100)))
                attempt('link ' + path, lambda: os.link(path, order['out'] + '/linked'))
        seen = sum(len(files) for place in ['/cache', order['prepared']] for _, _, files in os.walk(place))
        finish('app.apk', json.dumps(dict(seen=seen, changed=changed)).encode())
        """;

    [Fact]
    public async Task A_build_cannot_poison_the_next_one()
    {
        var app = TestApp.OfFolder(Repository.Sample);
        using var shared = new TemporaryFolder();
        await using var first = new TestWorker { Cache = shared["cache"], Work = shared["work"] };
        using (var filled = await first.RunAsync(app.Job()))
            Assert.Equal(BuildEnd.Succeeded, filled.End);
        await first.DisposeRunnerAsync();

        await using var hostile = new TestWorker { Cache = shared["cache"], Work = shared["work"], Child = HostileChild.Of(Poison), IsFiltered = false };
        using (var outcome = await hostile.RunAsync(app.Job()))
        {
            Assert.True(outcome.End == BuildEnd.Succeeded, string.Join('\n', outcome.Problems));
            Assert.Matches("""^\{"seen": [1-9][0-9]*, "changed": \[\]\}$""", File.ReadAllText(outcome.Files[0].Path));
        }

        await hostile.DisposeRunnerAsync();
        await using var next = new TestWorker { Cache = shared["cache"], Work = shared["work"] };
        await using var fresh = new TestWorker();
        using var after = await next.RunAsync(app.Job());
        using var alone = await fresh.RunAsync(app.Job());
        Assert.Equal(File.ReadAllBytes(alone.Files[0].Path), File.ReadAllBytes(after.Files[0].Path));
    }

    [Fact]
    public async Task The_probe_does_change_a_cache_where_there_is_no_sandbox()
    {
        await using var worker = new TestWorker { Child = HostileChild.Of(Poison.Replace("'/cache'", "order['cache']", StringComparison.Ordinal)), IsSandboxed = false };
        Directory.CreateDirectory(worker.Cache);
        File.WriteAllText(Path.Combine(worker.Cache, "entry"), "cached");
        Directory.CreateDirectory(Path.Combine(worker.Cache, "shells"));
        using var outcome = await worker.RunAsync(TestApp.Of(("www/index.html", "page")).Job());
        Assert.Contains("write", File.ReadAllText(outcome.Files[0].Path), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(worker.Cache, "entry")));
    }

    [Fact]
    public async Task Contents_are_deflated_by_the_worker_before_the_build_needs_them()
    {
        await using var worker = new TestWorker();
        var index = Path.Combine(worker.Work, "deflated", TestApp.Owner.ToString("N"), "deflate-1.index");
        using (var outcome = await worker.RunAsync(TestApp.Of(("index.html", new string('x', 5000))).Job()))
            Assert.Equal(BuildEnd.Succeeded, outcome.End);
        var first = new FileInfo(index).Length;
        Assert.True(first > 0);
        using (var outcome = await worker.RunAsync(TestApp.Of(("index.html", new string('x', 5000)), ("other.html", new string('y', 5000))).Job()))
            Assert.Equal(BuildEnd.Succeeded, outcome.End);
        Assert.Equal(2 * first, new FileInfo(index).Length);
    }

    [Fact]
    public async Task An_icon_is_drawn_once_by_a_process_that_sees_nothing_else()
    {
        await using var worker = new TestWorker();
        var app = TestApp.OfFolder(Repository.Sample);
        using var first = await worker.RunAsync(app.Job());
        var drawn = Assert.Single(Directory.GetFiles(Path.Combine(worker.Work, "icons")));
        var time = File.GetLastWriteTimeUtc(drawn);
        using var second = await worker.RunAsync(app.Job());
        Assert.Equal([drawn], Directory.GetFiles(Path.Combine(worker.Work, "icons")));
        Assert.Equal(time, File.GetLastWriteTimeUtc(drawn));
        Assert.Equal(File.ReadAllBytes(first.Files[0].Path), File.ReadAllBytes(second.Files[0].Path));
        Assert.Equal(worker.BuildHere(app, app.Job()), File.ReadAllBytes(second.Files[0].Path));
    }

    [Fact]
    public async Task An_icon_that_cannot_be_drawn_is_said_by_the_build_and_not_kept()
    {
        await using var worker = new TestWorker();
        var app = TestApp.Of(("config.xml", """<widget id="dev.example.app" version="1.0.0"><name>App</name><icon src="icon.png" /></widget>"""), ("www/index.html", "page"), ("icon.png", "no picture"));
        using var outcome = await worker.RunAsync(app.Job());
        Assert.Equal(BuildEnd.Refused, outcome.End);
        Assert.Equal("icon.png", Assert.Single(outcome.Problems, p => p.Code.StartsWith("SLW-GEN", StringComparison.Ordinal)).Where);
        Assert.Empty(Directory.GetFiles(Path.Combine(worker.Work, "icons")));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("../../../etc/passwd")]
    public async Task A_picture_that_is_none_of_the_app_is_not_drawn(string hash)
    {
        await using var worker = HostileChild.Worker($$"""
            say(kind='icons', icon=dict(platform='Android', launchColour=None, main=['{{hash}}'], foreground=[], background=[], backgroundColour=None, monochrome=[], source='Configuration'))
            finish('app.apk', json.dumps(listen()).encode())
            """);
        using var outcome = await worker.RunAsync(TestApp.Of(("www/index.html", "page")).Job());
        Assert.Contains("\"name\": null", File.ReadAllText(outcome.Files[0].Path), StringComparison.Ordinal);
    }
}
