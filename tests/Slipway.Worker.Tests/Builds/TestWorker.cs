using Slipway.Build;
using Slipway.Build.Plan;
using Slipway.Worker.Builds;
using Slipway.Worker.Sandbox;
using Slipway.Worker.Tests.Sandbox;

namespace Slipway.Worker.Tests.Builds;

/// <summary>A worker with folders of its own; the shells are compiled once for all tests.</summary>
internal sealed class TestWorker : IAsyncDisposable
{
    private static readonly Lazy<string> CompiledShells = new(() => Directory.CreateTempSubdirectory("slipway-shells-").FullName);

    private readonly TemporaryFolder _folder = new();
    private BuildRunner? _runner;

    public TestWorker()
    {
        Work = _folder["work"];
        Cache = _folder["cache"];
    }

    public string Work { get; init; }

    public string Cache { get; init; }

    public List<string> Events { get; } = [];

    public SandboxLimits Limits { get; init; } = new();

    public bool IsSandboxed { get; init; } = true;

    /// <summary>Is there a filter of system calls?</summary>
    public bool IsFiltered { get; init; } = true;

    public ISandbox? Sandbox { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ChildProgram? Child { get; init; }

    public string Program { get; init; } = Path.Combine(AppContext.BaseDirectory, "slipway.dll");

    public string? Native { get; init; } = NativeProgram.Given;

    public async Task<BuildRunner> RunnerAsync()
    {
        Directory.CreateDirectory(Cache);
        if (!Directory.Exists(Path.Combine(Cache, "shells")))
            Directory.CreateSymbolicLink(Path.Combine(Cache, "shells"), CompiledShells.Value);
        return _runner ??= await BuildRunner.StartAsync(
            new BuildRunnerOptions { WorkFolder = Work, CacheFolder = Cache, Program = Program, NativeProgram = Native, Limits = Limits, IsSandboxed = IsSandboxed, Child = Child, Sandbox = Sandbox ?? (IsFiltered ? null : HostileProgram.WithoutFilter(_folder)) },
            Time);
    }

    public async Task<BuildOutcome> RunAsync(BuildJob job, CancellationToken cancellation = default) =>
        await (await RunnerAsync()).RunAsync(job, new Collector(Events), cancellation);

    /// <summary>Builds in this process what a job asks for.</summary>
    public byte[] BuildHere(TestApp app, BuildJob job)
    {
        var source = _folder.AddFolder($"source-{Guid.NewGuid():N}/{job.Lease.Application}");
        foreach (var (path, content) in app.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(source, path))!);
            File.WriteAllBytes(Path.Combine(source, path), content);
        }

        var request = new BuildRequest(source, _folder[$"dist-{Guid.NewGuid():N}"], job.Lease.BuildType)
        {
            Platforms = [job.Lease.Platform],
            Options = job.Lease.Options,
            Keystore = job.Keystore,
            Apple = job.Apple,
        };
        var report = Pipeline.Run(request, new BuildEnvironment(Cache, _folder["data"], TimeProvider.System.GetUtcNow()), new Collector([]), CancellationToken.None);
        return File.ReadAllBytes(report.Artifacts.Single().Path);
    }

    public async Task DisposeRunnerAsync()
    {
        if (_runner is not null)
            await _runner.DisposeAsync();
        _runner = null;
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeRunnerAsync();
        _folder.Dispose();
    }

    private sealed class Collector(List<string> texts) : IProgress<BuildProgress>, IProgress<string>
    {
        public void Report(BuildProgress value)
        {
            lock (texts)
                texts.Add(value.Text);
        }

        public void Report(string value)
        {
        }
    }
}
