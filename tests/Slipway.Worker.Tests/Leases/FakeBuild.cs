using System.Security.Cryptography;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Worker.Builds;

namespace Slipway.Worker.Tests.Leases;

/// <summary>A build that takes as long as a test wants.</summary>
internal sealed class FakeBuild : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets it end.</summary>
    public TaskCompletionSource<BuildOutcome> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when it runs.</summary>
    public Task Begun => _begun.Task;

    public CancellationToken Cancellation { get; private set; }

    public IProgress<BuildProgress> Events { get; private set; } = null!;

    public BuildJob Job { get; private set; } = null!;

    public static WorkerJob NewJob() => new()
    {
        Build = Guid.NewGuid(),
        Attempt = 1,
        LeaseSeconds = 30,
        Organisation = Guid.NewGuid(),
        Application = "Notes",
        Platform = MobilePlatform.Android,
        Revision = new RevisionManifest(RevisionKind.Folder, [new RevisionFile("index.html", new string('0', 64), 1)]),
        Options = new LaunchOptions(),
    };

    public async Task<BuildOutcome> RunAsync(BuildJob job, IProgress<BuildProgress> events, CancellationToken cancellation)
    {
        (Job, Events, Cancellation) = (job, events, cancellation);
        using var ending = cancellation.Register(() => End.TrySetResult(new BuildOutcome(BuildEnd.Cancelled, [], () => { })));
        _begun.TrySetResult();
        return await End.Task;
    }

    /// <summary>A package with a content.</summary>
    public BuildOutcome Success(string content)
    {
        var path = _folder["result.apk"];
        File.WriteAllText(path, content);
        var bytes = File.ReadAllBytes(path);
        return new BuildOutcome(BuildEnd.Succeeded, [], () => File.Delete(path))
        {
            Files = [new BuiltFile("apk", path, "notes 1.apk", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)))],
            App = new BuiltAppFacts("com.example.notes", "Notes", "1.0", "10000", MobileBuildType.Debug, ["config.xml"], new Dictionary<string, double> { ["package"] = 12 }),
        };
    }

    public static BuildOutcome Failure(BuildEnd end, Problem problem) => new(end, [problem], () => { });

    public void Dispose() => _folder.Dispose();
}
