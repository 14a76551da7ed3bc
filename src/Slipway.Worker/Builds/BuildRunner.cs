using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Worker.Blobs;
using Slipway.Worker.Redaction;
using Slipway.Worker.Sandbox;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>Runs builds of untrusted apps, each in a sandboxed child, while keys, caches and the network stay in this process.</summary>
public sealed class BuildRunner : IAsyncDisposable
{
    private const int MostApps = 8;

    private readonly BuildRunnerOptions _options;
    private readonly TimeProvider _time;
    private readonly WorkFolder _work;
    private readonly BlobCache _blobs;
    private readonly ChildPool _pool;
    private readonly BuildCaches _caches;

    private BuildRunner(BuildRunnerOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _work = WorkFolder.Open(Path.Combine(options.WorkFolder, "builds"));
        _blobs = new BlobCache(Path.Combine(options.WorkFolder, "contents"), options.ContentCapacity);
        _pool = new ChildPool(options.Sandbox ?? Sandbox(options), options, _work, time);
        _caches = new BuildCaches(
            new ShellCompilation(options.CacheFolder), new DeflatedBlobCache(Path.Combine(options.WorkFolder, "deflated")),
            new DrawnIcons(_pool, Path.Combine(options.WorkFolder, "icons"), options.Limits, time),
            new PlacedApps(_work.Kept, options.IsSandboxed ? MostApps : 0));
    }

    /// <summary>Opens the folders, removes what an earlier worker left, and starts children, which wait for orders.</summary>
    /// <exception cref="ProblemException">This machine has no working sandbox.</exception>
    /// <exception cref="IOException">Another worker uses the folders.</exception>
    public static async Task<BuildRunner> StartAsync(BuildRunnerOptions options, TimeProvider time)
    {
        if (options.IsSandboxed)
            SandboxNeeds.Check();
        FileModes.LetOthersRead();
        var runner = new BuildRunner(options, time);
        try
        {
            await runner._pool.StartAsync();
            return runner;
        }
        catch
        {
            await runner.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until a child is ready. A worker that claims builds only then leaves them to other workers meanwhile.</summary>
    /// <exception cref="ProblemException">The child does not start.</exception>
    public Task ReadyAsync() => _pool.ReadyAsync();

    /// <summary>Makes one attempt at a build. Failures are outcomes, not exceptions.</summary>
    /// <param name="job">The build.</param>
    /// <param name="events">Receives progress messages.</param>
    /// <param name="cancellation">Ends the build and all its processes.</param>
    public async Task<BuildOutcome> RunAsync(BuildJob job, IProgress<BuildProgress> events, CancellationToken cancellation)
    {
        var folder = _work.PathFor(job.Lease.Build, job.Lease.Attempt);
        var filter = new LogFilter(new Redactor(job.Secrets, job.SecretContents), ChildProcess.InputInside, Path.Combine(folder, "in"));
        BuildRun? run = null;
        BuildOutcome? done = null;
        try
        {
            run = new BuildRun(job, await _pool.TakeAsync(), _options.Limits, filter, _time);
            run.Workspace.MoveTo(folder);
            using var materials = await PinnedBlobs.FetchAsync(_blobs, job.Lease.Organisation, job.Lease.Revision, job.Fetch, cancellation);
            return done = await run.RunAsync(materials, _caches, events, cancellation);
        }
        catch (Exception e)
        {
            var (end, problems) = run is { IsStuck: true }
                ? (BuildEnd.Unavailable, [SandboxProblems.Stuck.At("worker", "The process of the build was killed, but it does not end.")])
                : Describe(e, cancellation);
            return new BuildOutcome(end, filter.Clean(problems), () => { });
        }
        finally
        {
            if (run is not null)
                await run.EndAsync();
            // Start the next child only when the package is uploaded: starting takes processor time from the upload.
            if (done is null)
                _pool.Refill();
            else
                done.Then = _pool.Refill;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        _caches.Dispose();
        _work.Dispose();
    }

    private static ISandbox Sandbox(BuildRunnerOptions options)
    {
        if (!options.IsSandboxed)
            return new NoSandbox();
        var filter = Path.Combine(Directory.CreateDirectory(options.WorkFolder).FullName, "system-calls.bpf");
        File.WriteAllBytes(filter, SystemCallFilter.Build());
        return new BubblewrapSandbox(filter);
    }

    private static (BuildEnd End, IReadOnlyList<Problem> Problems) Describe(Exception e, CancellationToken cancellation) => e switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested => (BuildEnd.Cancelled, []),
        MisbehaviourException => (BuildEnd.Stopped, [SandboxProblems.Misbehaved.At("build", e.Message)]),
        ProblemException { Problems: var problems } => (BuildEnds.Of(problems), problems),
        InvalidDataException => (BuildEnd.Unavailable, [SandboxProblems.ContentsMissing.At("files", "A blob is damaged: its content does not match its hash.")]),
        _ when DiskErrors.IsFull(e) => (BuildEnd.Unavailable, [GeneralProblems.DiskFull.At("worker", "There is no space left.")]),
        _ => (BuildEnd.Crashed, [SandboxProblems.Crashed.At("worker", SafeExceptionText.Of(e))]),
    };
}

/// <summary>The caches that the builds of a worker share.</summary>
/// <param name="Shells">Compiled shells.</param>
/// <param name="Deflated">Deflated files of apps.</param>
/// <param name="Icons">Drawn icons.</param>
/// <param name="Apps">Folders of apps.</param>
internal sealed record BuildCaches(ShellCompilation Shells, DeflatedBlobCache Deflated, DrawnIcons Icons, PlacedApps Apps) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Shells.Dispose();
        Deflated.Dispose();
    }
}
