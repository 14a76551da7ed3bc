#pragma warning disable RS0030 // another reader than ours looks into the package
using System.IO.Compression;
using Slipway.Formats.Keys;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Signing;
using Slipway.Worker.Builds;
using Slipway.Worker.Tests.Sandbox;

namespace Slipway.Worker.Tests.Builds;

public sealed class BuildRunnerTests : IAsyncLifetime
{
    private readonly TestWorker _worker = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _worker.DisposeAsync();

    [Theory]
    [InlineData(KeyAlgorithm.Rsa2048)]
    [InlineData(KeyAlgorithm.EcP256)]
    public async Task A_package_for_Android_is_the_same_as_one_that_is_built_here(KeyAlgorithm algorithm)
    {
        var app = TestApp.OfFolder(Repository.Sample);
        var job = app.Job(change: lease => lease with { BuildType = MobileBuildType.Release }) with { Keystore = TestApp.Key(TestApp.Keystore(algorithm)) };
        using var outcome = await _worker.RunAsync(job);
        var file = Succeeded(outcome);
        Assert.Equal(_worker.BuildHere(app, job), File.ReadAllBytes(file.Path));
        Assert.Equal("apk", file.Format);
        Assert.Equal(new FileInfo(file.Path).Length, file.Size);
        Assert.Contains("config.xml", outcome.App!.NativeInputs);
        Assert.Contains("packing", _worker.Events);
    }

    [Fact]
    public async Task A_package_for_iOS_is_the_same_as_one_that_is_built_here()
    {
        var app = TestApp.OfFolder(Repository.Sample);
        var job = app.Job(MobilePlatform.Ios) with { Apple = AppleIdentity.Today.Request("dev", "development") };
        using var outcome = await _worker.RunAsync(job);
        var file = Succeeded(outcome);
        Assert.Equal(_worker.BuildHere(app, job), File.ReadAllBytes(file.Path));
        Assert.Equal("ipa", file.Format);
        Assert.Equal(MobileBuildType.Development, outcome.App!.Type);
    }

    [Theory]
    [InlineData(MobilePlatform.Android)]
    [InlineData(MobilePlatform.Ios)]
    public async Task Before_the_native_program_is_compiled_a_build_on_the_runtime_gives_the_same_package(MobilePlatform platform)
    {
        await using var worker = new TestWorker { Native = Path.Combine(Repository.Root, "artifacts", "not-yet", "slipway") };
        var app = TestApp.OfFolder(Repository.Sample);
        var job = app.Job(platform);
        using var outcome = await worker.RunAsync(job);
        Assert.Equal(worker.BuildHere(app, job), File.ReadAllBytes(Succeeded(outcome).Path));
    }

    [Fact]
    public async Task A_package_for_the_simulator_is_the_same_as_one_that_is_built_here()
    {
        var app = TestApp.OfFolder(Repository.Sample);
        var job = app.Job(MobilePlatform.Ios);
        using var outcome = await _worker.RunAsync(job);
        Assert.Equal(_worker.BuildHere(app, job), File.ReadAllBytes(Succeeded(outcome).Path));
        Assert.Contains(outcome.Problems, p => p.Kind == AppleSigningProblems.SimulatorChosen);
    }

    [Fact]
    public async Task An_icon_that_is_a_drawing_with_text_is_the_same_as_one_that_is_drawn_here()
    {
        var app = TestApp.WithDrawing();
        var job = app.Job();
        using var outcome = await _worker.RunAsync(job);
        Assert.Equal(_worker.BuildHere(app, job), File.ReadAllBytes(Succeeded(outcome).Path));
        Assert.Contains(outcome.Problems, p => p.Kind == IconProblems.Inexact && p.Message.Contains("font", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("certs/*.p12", true)]
    public async Task A_file_with_a_key_is_packaged_only_when_the_launch_includes_it(string? pattern, bool isIn)
    {
        var app = TestApp.Of(("index.html", "<title>Notes</title>"), ("certs/client.p12", "x"));
        var job = app.Job(change: lease => lease with { Options = new LaunchOptions { Include = pattern is null ? [] : [pattern] } });
        using var outcome = await _worker.RunAsync(job);
        using var package = ZipFile.OpenRead(Succeeded(outcome).Path);
        Assert.Equal(isIn, package.GetEntry("assets/www/certs/client.p12") is not null);
        Assert.Equal(!isIn, outcome.Problems.Any(p => p.Kind == FileProblems.SecretsLeftOut));
    }

    [Fact]
    public async Task The_folder_of_the_app_is_called_as_the_app()
    {
        var app = TestApp.Of(("index.html", "<p>no title</p>"));
        var job = app.Job();
        using var outcome = await _worker.RunAsync(job);
        Assert.Equal(_worker.BuildHere(app, job), File.ReadAllBytes(Succeeded(outcome).Path));
        Assert.Equal("Field Notes", outcome.App!.Name);
    }

    [Fact]
    public async Task What_a_user_did_wrong_is_said_as_a_build_here_says_it()
    {
        var app = TestApp.Of(("config.xml", """<widget id="app"><name>App</name></widget>"""), ("www/index.html", "page"));
        using var outcome = await _worker.RunAsync(app.Job());
        Assert.Equal(BuildEnd.Refused, outcome.End);
        Assert.False(outcome.MayRetry);
        var here = Assert.Throws<ProblemException>(() => _worker.BuildHere(app, app.Job()));
        Assert.Equal(here.Problems.Select(p => (p.Code, p.Message)), outcome.Problems.Select(p => (p.Code, p.Message)));
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_the_password()
    {
        var job = TestApp.OfFolder(Repository.Sample).Job();
        var wrong = job with
        {
            Keystore = job.Keystore! with { Password = PasswordSource.Of("not this one") },
            Secrets = ["not this one"],
        };
        using var outcome = await _worker.RunAsync(wrong);
        Assert.Equal(BuildEnd.Refused, outcome.End);
        Assert.Equal(SigningProblems.KeystorePassword, Assert.Single(outcome.Problems).Kind);
        Assert.DoesNotContain("not this one", string.Join(' ', outcome.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_keystore_there_is_no_key_of_the_worker()
    {
        using var outcome = await _worker.RunAsync(TestApp.OfFolder(Repository.Sample).Job(change: lease => lease with { BuildType = MobileBuildType.Debug }) with { Keystore = null });
        Assert.Equal(SigningProblems.KeystoreMissing, Assert.Single(outcome.Problems).Kind);
    }

    [Fact]
    public async Task A_second_build_fetches_nothing_and_leaves_nothing()
    {
        var app = TestApp.OfFolder(Repository.Sample);
        using (var first = await _worker.RunAsync(app.Job()))
            Succeeded(first);
        Assert.Equal(app.Files.Values.DistinctBy(Convert.ToHexString).Count(), app.Fetched.Count);
        app.Fetched.Clear();
        using (var second = await _worker.RunAsync(app.Job()))
            Succeeded(second);
        Assert.Empty(app.Fetched);
        await _worker.DisposeRunnerAsync();
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(_worker.Work, "builds")).SelectMany(Directory.EnumerateFileSystemEntries));
    }

    [Fact]
    public async Task An_archive_is_read_inside()
    {
        var app = TestApp.OfFolder(Repository.Sample);
        var zip = new TestApp { Files = { ["notes.zip"] = Zips.Of(app.Files) } };
        using var outcome = await _worker.RunAsync(zip.Job(change: lease => lease with { Revision = lease.Revision with { Kind = RevisionKind.Archive } }));
        using var folder = await _worker.RunAsync(app.Job());
        Assert.Equal(File.ReadAllBytes(Succeeded(folder).Path), File.ReadAllBytes(Succeeded(outcome).Path));
    }

    [Fact]
    public async Task A_content_that_cannot_be_had_is_said()
    {
        var job = TestApp.OfFolder(Repository.Sample).Job() with { Fetch = (_, _, _) => Task.CompletedTask };
        using var missing = await _worker.RunAsync(job);
        Assert.Equal((BuildEnd.Unavailable, true), (missing.End, missing.MayRetry));
        Assert.Equal(SandboxProblems.ContentsMissing, Assert.Single(missing.Problems).Kind);
        using var wrong = await _worker.RunAsync(job with { Fetch = (hashes, take, _) => take(hashes[0], new MemoryStream([1, 2, 3])) });
        Assert.Equal(SandboxProblems.ContentsMissing, Assert.Single(wrong.Problems).Kind);
    }

    [Fact]
    public async Task A_full_disk_is_the_workers_and_another_may_do_better()
    {
        const int noSpace = 28;
        using var outcome = await _worker.RunAsync(TestApp.OfFolder(Repository.Sample).Job() with { Fetch = (_, _, _) => throw new IOException("full", noSpace) });
        Assert.Equal((BuildEnd.Unavailable, true), (outcome.End, outcome.MayRetry));
        Assert.Equal(GeneralProblems.DiskFull, Assert.Single(outcome.Problems).Kind);
    }

    [Fact]
    public async Task A_list_of_files_that_leads_elsewhere_is_refused_before_anything_is_fetched()
    {
        var app = TestApp.Of(("../../escape", "x"));
        using var outcome = await _worker.RunAsync(app.Job());
        Assert.Equal(BuildEnd.Refused, outcome.End);
        Assert.Equal(SandboxProblems.ManifestRefused, Assert.Single(outcome.Problems).Kind);
        Assert.Empty(app.Fetched);
    }

    [Fact]
    public async Task A_build_whose_process_cannot_be_ended_is_left_behind_and_the_worker_goes_on()
    {
        using var deaf = new DeafSandbox();
        var time = new ObservedTime();
        await using var worker = new TestWorker { Sandbox = deaf, Time = time, Child = HostileChild.Of("if 'stay' in open(order['app'] + '/index.html').read():\n    say(kind='progress', text='begun')\n    time.sleep(600)\nfinish('app.apk')") };
        using var cancellation = new CancellationTokenSource();
        var runner = await worker.RunnerAsync();
        var job = TestApp.Of(("index.html", "stay")).Job();
        var running = runner.RunAsync(job, new Signal(cancellation.Cancel), cancellation.Token);
        await time.SomebodyWaitsAsync(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));
        using var outcome = await running;
        Assert.Equal((BuildEnd.Unavailable, true), (outcome.End, outcome.MayRetry));
        Assert.Equal(SandboxProblems.Stuck, Assert.Single(outcome.Problems).Kind);
        // What still runs may still write there.
        Assert.True(Directory.Exists(Path.Combine(worker.Work, "builds", job.Lease.Build.ToString())));
        using var next = await runner.RunAsync(TestApp.Of(("index.html", "go")).Job(), new Signal(() => { }), TestContext.Current.CancellationToken);
        Assert.True(next.End == BuildEnd.Succeeded, string.Join('\n', next.Problems));
    }

    private static BuiltFile Succeeded(BuildOutcome outcome)
    {
        Assert.True(outcome.End == BuildEnd.Succeeded, string.Join('\n', outcome.Problems));
        return Assert.Single(outcome.Files);
    }

    private sealed class Signal(Action signal) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => signal();
    }
}
