using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Worker.Pipe;
using Slipway.Worker.Sandbox;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>One attempt at a build, in one child.</summary>
internal sealed class BuildRun(BuildJob job, ChildProcess child, SandboxLimits limits, LogFilter filter, TimeProvider time)
{
    private const int MostProgress = 1000;
    private const int KilledByFilter = 128 + 31;

    private static readonly TimeSpan LastMoments = TimeSpan.FromSeconds(2);

    private bool _isKept;

    /// <summary>The folders of the attempt.</summary>
    public Workspace Workspace => child.Workspace;

    /// <summary>Whether the child was killed but has not ended. Its files cannot be trusted then, because it may still write to them.</summary>
    public bool IsStuck => child.Process.IsStuck;

    private WorkerJob Lease => job.Lease;

    /// <summary>Sends the order, answers the child's requests, and returns the outcome.</summary>
    public async Task<BuildOutcome> RunAsync(PinnedBlobs materials, BuildCaches caches, IProgress<BuildProgress> events, CancellationToken cancellation)
    {
        var app = Path.Combine(Workspace.In, Name());
        caches.Apps.Place(Lease.Organisation, Lease.Revision, materials, app);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var filling = caches.Deflated.FillAsync(Lease.Organisation, Lease.Revision, materials, Workspace.Prepared, ended.Token);
        var answers = new HostAnswers(job, caches, materials, Workspace.Prepared, filling, time.GetUtcNow());
        var watching = new SandboxWatch(child.Process, Workspace.Out, limits, time).RunAsync();
        using var killing = cancellation.Register(child.Process.Kill);
        try
        {
            await child.SayAsync(new HostMessage.Order(Order(materials)), cancellation);
            var last = await ConverseAsync(answers, events, cancellation);
            // A child that closed its output without a result is about to end; its exit code says why.
            if (last is null)
                await Task.WhenAny(child.Process.Exit, Task.Delay(LastMoments, time, cancellation));
            // Nothing may still write to the files when they are examined.
            child.Process.Kill();
            var limit = await watching;
            cancellation.ThrowIfCancellationRequested();
            if (IsStuck)
                throw new MisbehaviourException("The build process does not end.");
            return last is ChildMessage.Finished finished ? Succeed(finished.Result) : Fail(last, limit, await child.Process.Exit, answers.HasFailed);
        }
        finally
        {
            child.Process.Kill();
            await ended.CancelAsync();
            await ((Task)Task.WhenAll(filling, watching)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!IsStuck)
                caches.Apps.Keep(Lease.Organisation, Lease.Revision, app);
        }
    }

    /// <summary>Ends the child, and removes the folders unless the outcome needs them.</summary>
    public async Task EndAsync()
    {
        if (_isKept)
            await child.Process.DisposeAsync();
        else
            await child.RemoveAsync();
    }

    // The folder's name becomes the name of an app that does not state its own.
    private string Name()
    {
        const int longest = 60;
        var name = new string([.. Lease.Application.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Take(longest)]).Trim();
        return name.Length == 0 ? "app" : name;
    }

    private BuildOrder Order(PinnedBlobs materials)
    {
        var folder = Path.Combine(child.Paths.App, Name());
        var isArchive = Lease.Revision.Kind == RevisionKind.Archive;
        return child.Paths with
        {
            App = isArchive ? Path.Combine(folder, Lease.Revision.Files[0].Path) : folder,
            Platform = Lease.Platform,
            Type = Lease.BuildType,
            Options = Lease.Options,
            Now = time.GetUtcNow(),
            Files = isArchive ? [] : [.. Lease.Revision.Files.Select(f => new OrderedFile(f.Path, f.Sha256, Lease.Platform == MobilePlatform.Ios ? materials.Content(f).Sha1 : null))],
        };
    }

    private async Task<ChildMessage?> ConverseAsync(HostAnswers answers, IProgress<BuildProgress> events, CancellationToken cancellation)
    {
        var progress = 0;
        while (true)
        {
            ChildMessage? message;
            try
            {
                message = await child.ListenAsync(cancellation);
            }
            catch (InvalidDataException)
            {
                throw new MisbehaviourException("The build process sent a malformed message.");
            }

            switch (message)
            {
                case null or ChildMessage.Finished or ChildMessage.Refused or ChildMessage.Failed:
                    return message;
                case ChildMessage.Progress { Text: { } text }:
                    if (++progress > MostProgress)
                        throw new MisbehaviourException("The build process sent too many progress messages.");
                    events.Report(new BuildProgress(filter.Line(text)));
                    break;
                default:
                    await child.SayAsync(await answers.AnswerAsync(message, cancellation), cancellation);
                    break;
            }
        }
    }

    private BuildOutcome Succeed(BuildResult result)
    {
        var app = ResultFacts.Check(result, Lease.Revision, filter);
        var files = ResultFiles.Check(result, Workspace.Out);
        _isKept = true;
        var notices = result.Notices.Select(n => n.Open()).OfType<Problem>();
        return new BuildOutcome(BuildEnd.Succeeded, filter.Clean(notices), Workspace.Remove)
        {
            Files = files,
            App = app,
        };
    }

    // An unavailable worker takes no builds for a while. A child can therefore not claim that its worker is unavailable: the worker must have found it, too.
    private BuildOutcome Fail(ChildMessage? last, SandboxLimit? limit, int code, bool hasWorkerFailed)
    {
        var (end, problems) = (last, limit) switch
        {
            (ChildMessage.Refused { Problems: { } refused }, _) when refused.Select(p => p.Open()).OfType<Problem>().ToList() is { Count: > 0 } known => (BuildEnds.Of(known) is BuildEnd.Unavailable && !hasWorkerFailed ? BuildEnd.Crashed : BuildEnds.Of(known), known),
            (_, { } reached) => (BuildEnd.Stopped, [SandboxProblems.LimitReached.At("build", Text(reached))]),
            (ChildMessage.Failed { Fault: ChildFault.Memory }, _) => (BuildEnd.Stopped, [SandboxProblems.LimitReached.At("build", Text(SandboxLimit.Memory))]),
            (ChildMessage.Failed { Fault: ChildFault.Size }, _) => (BuildEnd.Stopped, [SandboxProblems.LimitReached.At("build", Text(SandboxLimit.Disk))]),
            (ChildMessage.Failed { Fault: ChildFault.Disk }, _) when new DriveInfo(Workspace.Out).AvailableFreeSpace < limits.Disk => (BuildEnd.Unavailable, [GeneralProblems.DiskFull.At("worker", "There is no space left for the package.")]),
            (ChildMessage.Failed { Text: { } text }, _) => (BuildEnd.Crashed, [SandboxProblems.Crashed.At("build", text)]),
            _ => Crashed(code),
        };
        return new BuildOutcome(end, filter.Clean(problems), () => { }) { Details = filter.Line(child.Process.Errors.Trim()) };
    }

    private (BuildEnd End, List<Problem> Problems) Crashed(int code) => code switch
    {
        KilledByFilter => (BuildEnd.Stopped, [SandboxProblems.Misbehaved.At("build", "The build process made a forbidden system call.")]),
        // If the runtime is out of memory and cannot throw, it writes a message.
        _ when child.Process.Errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) => (BuildEnd.Stopped, [SandboxProblems.LimitReached.At("build", Text(SandboxLimit.Memory))]),
        _ => (BuildEnd.Crashed, [SandboxProblems.Crashed.At("build", $"The process ended with the code {code}.")]),
    };

    private string Text(SandboxLimit limit) => limit switch
    {
        SandboxLimit.Memory => $"It takes more than {limits.Memory >> 20} MB of memory.",
        SandboxLimit.Disk => $"It writes more than {limits.Disk >> 20} MB or {limits.Files} files.",
        SandboxLimit.CpuTime => $"It takes more than {limits.CpuTime.TotalSeconds:0} seconds on a processor.",
        _ => $"It takes longer than {limits.WallTime.TotalSeconds:0} seconds.",
    };
}
