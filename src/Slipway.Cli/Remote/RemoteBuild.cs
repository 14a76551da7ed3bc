using System.Diagnostics;
using System.Globalization;
using Slipway.Build;
using Slipway.Build.Plan;
using Slipway.Build.Revisions;
using Slipway.Cli.Output;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Remote;

/// <summary>A build at a service: read, upload what is missing, follow, download.</summary>
/// <param name="client">The service.</param>
/// <param name="request">What is wanted; its keys are not opened.</param>
/// <param name="launch">The same as the service is asked for it, from the name of the app.</param>
/// <param name="news">Told what happens.</param>
internal sealed class RemoteBuild(SlipwayClient client, BuildRequest request, Func<string, LaunchRequest> launch, BuildProgressPrinter news)
{
    private static readonly TimeSpan LaunchTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan CancelTime = TimeSpan.FromSeconds(5);

    private readonly long _start = Stopwatch.GetTimestamp();

    public async Task<BuildSummary> RunAsync(CancellationToken cancellation)
    {
        news.Report("reading the app");
        var revision = RevisionReader.Read(request, BuildEnvironment.OfThisUser(), cancellation);
        news.Report("asking the service");
        var sources = revision.Files.Select(f => new UploadSource(f.Path, f.Sha256, f.Size, f.Open)).ToList();
        // A launch that is on its way is waited for after Ctrl-C, so that its builds can be cancelled.
        using var launching = new CancellationTokenSource();
        await using var interrupted = cancellation.Register(() => launching.CancelAfter(LaunchTime));
        await using var launched = await client.Launcher.LaunchAsync(Launch(revision), sources, news, launching.Token);
        var builds = await FollowAsync(launched, cancellation);
        Require(builds);
        return await CollectAsync(revision, builds, cancellation);
    }

    // A name that follows from the name of the folder here would be another one there.
    private LaunchRequest Launch(AppRevision revision) => launch(revision.Name) with
    {
        Options = revision.IsNameDerived ? request.Options with { Name = revision.Name } : request.Options,
        Revision = new RevisionManifest(
            revision.IsArchive ? RevisionKind.Archive : RevisionKind.Folder,
            [.. revision.Files.Select(f => new RevisionFile(f.Path, f.Sha256, f.Size))]),
    };

    private async Task<IReadOnlyList<BuildDescription>> FollowAsync(LaunchReply reply, CancellationToken cancellation)
    {
        var ended = new Dictionary<Guid, BuildDescription>();
        var keys = reply.Answer.Builds.Select(b => b.Key).ToList();
        try
        {
            await foreach (var happened in client.Follow().FollowAsync(keys, reply.Events, cancellation))
            {
                news.Tell(happened);
                if (happened is BuildEvent.Ended { Build: var build })
                    ended[build.Key] = build;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await CancelAsync(keys.Where(key => !ended.ContainsKey(key)));
            throw;
        }

        return keys.ConvertAll(key => ended[key]);
    }

    // Whoever waits for the end of this process does not wait for long.
    private async Task CancelAsync(IEnumerable<Guid> keys)
    {
        using var limit = new CancellationTokenSource(CancelTime);
        foreach (var key in keys)
        {
            try
            {
                await client.Builds.CancelAsync(key, limit.Token);
                news.Note($"cancelled build {key} at the service");
            }
            catch (Exception e) when (e is ProblemException or OperationCanceledException)
            {
                news.Note($"build {key} could not be cancelled: slipway builds cancel {key}");
            }
        }
    }

    // As with a build here, what is wrong for one platform leaves nothing behind for any.
    private static void Require(IReadOnlyList<BuildDescription> builds)
    {
        var failed = builds.Where(b => b.Status != BuildStatus.Finished).ToList();
        if (failed.Count == 0)
            return;
        var problems = failed.SelectMany(b => b.Problems).Select(p => p.ToProblem()).Distinct().ToList();
        if (!problems.Exists(p => p.Severity == Severity.Error))
            problems.Add(ServiceProblems.Cancelled.At(failed[0].Key.ToString(), "Somebody cancelled the build at the service."));
        throw new ProblemException(problems);
    }

    private async Task<BuildSummary> CollectAsync(AppRevision revision, IReadOnlyList<BuildDescription> builds, CancellationToken cancellation)
    {
        var apps = new List<BuiltApp>();
        foreach (var build in builds)
        {
            if (!build.Artifacts.Any(a => a.Kind == ArtifactKind.Binary))
                throw new ProblemException(NetworkProblems.NotSlipway.At(client.Service.Authority, $"The build {build.Key} has ended well, and names no package."));
            var artifacts = await ArtifactFetch.FetchAsync(client, build, build.Artifacts.Where(a => a.Kind == ArtifactKind.Binary), request.OutFolder, news, cancellation);
            apps.Add(new BuiltApp(build.AppName ?? build.Application, build.VersionNumber ?? "", BuildNumber(build), build.AppIdentifier ?? "", artifacts));
        }

        // What both sides find while they read the app is said once, in the words of this side: it knows the paths.
        var here = revision.Notices.Select(n => n.Code).ToHashSet(StringComparer.Ordinal);
        var there = builds.SelectMany(b => b.Problems).Select(p => p.ToProblem()).Where(p => !here.Contains(p.Code));
        return new BuildSummary(apps, [.. revision.Notices.Concat(there).Distinct()], Stages(builds), Stopwatch.GetElapsedTime(_start).TotalMilliseconds)
        {
            Remote = [.. builds.Select(b => new RemoteResult(b.Key, EnumText.NameOf(b.Platform), b.Artifacts.Select(a => InstallAddress.Of(a, client.Service)).FirstOrDefault(a => a is not null)))],
        };
    }

    // On iOS it is the version itself where nothing else was said.
    private string BuildNumber(BuildDescription build) =>
        request.Options.VersionCode ?? build.VersionCode?.ToString(CultureInfo.InvariantCulture) ?? build.VersionNumber ?? "";

    // The same stage of several platforms is added up, as with a build here.
    private static List<(string Stage, double Milliseconds)> Stages(IReadOnlyList<BuildDescription> builds)
    {
        var stages = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (stage, milliseconds) in builds.SelectMany(b => b.Timings ?? new Dictionary<string, double>()).Where(t => t.Key != "total"))
            stages[stage] = stages.GetValueOrDefault(stage) + milliseconds;
        return [.. stages.Select(s => (s.Key, s.Value))];
    }
}
