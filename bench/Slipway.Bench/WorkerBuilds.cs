using System.Security.Cryptography;
using Slipway.Formats.Keys;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;
using Slipway.Worker.Builds;

namespace Slipway.Bench;

/// <summary>Builds of a web folder for Android on a worker, each in a sandbox, compared with the same build as a separate command.</summary>
internal static class WorkerBuilds
{
    private const string Password = "bench password";

    /// <summary>Measures and prints a table.</summary>
    /// <param name="folder">The app.</param>
    /// <param name="work">Scratch folder.</param>
    /// <param name="program">Full path of a published <c>slipway.dll</c>.</param>
    /// <param name="rounds">How many of each to measure.</param>
    public static async Task MeasureAsync(string folder, string work, string program, int rounds)
    {
        var options = new BuildRunnerOptions { WorkFolder = Path.Combine(work, "work"), CacheFolder = Path.Combine(work, "cache"), Program = program };
        var keystore = Path.Combine(work, "bench.p12");
        if (!File.Exists(keystore))
            Credentials(keystore);
        var job = Job(folder, keystore);
        var command = new Samples("slipway build, a process of its own");
        var waiting = new Samples("worker, a process waits");
        var starting = new Samples("worker, until the next process waits");
        await using (var runner = await BuildRunner.StartAsync(options, TimeProvider.System))
        {
            for (var round = -2; round < rounds; round++)
            {
                var (own, warm, next) = round < 0 ? (new Samples(""), new Samples(""), new Samples("")) : (command, waiting, starting);
                own.Measure(new Peer("", "dotnet", "exec", program, "build", folder, "--id", "dev.slipway.bench", "--name", "Bench", "--out", Path.Combine(work, "own")).Run);
                BuildOutcome? outcome = null;
                await warm.MeasureAsync(async () => outcome = await runner.RunAsync(job with { Lease = job.Lease with { Build = Guid.NewGuid() } }, new Silence(), CancellationToken.None));
                Finish(outcome!);
                await next.MeasureAsync(runner.ReadyAsync);
            }
        }

        Console.WriteLine("| build in a sandbox | median ms | least ms | faster |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var samples in new[] { command, waiting, starting })
            Console.WriteLine(samples.Row(command));
    }

    private static void Finish(BuildOutcome outcome)
    {
        using var finished = outcome;
        if (outcome.End != BuildEnd.Succeeded)
            throw new InvalidOperationException(string.Join(Environment.NewLine, outcome.Problems));
        if (Environment.GetEnvironmentVariable("SLIPWAY_BENCH_STAGES") is not null)
            Console.WriteLine(string.Join(", ", outcome.App!.Timings.Select(t => $"{t.Key} {t.Value:0}")));
    }

    private static void Credentials(string path) => File.WriteAllBytes(
        path, KeystoreFactory.Create("bench", "CN=Bench", Password, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(10), KeyAlgorithm.Rsa2048));

    private static BuildJob Job(string folder, string keystore)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Hash: Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))))
            .OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var contents = files.DistinctBy(file => file.Hash).ToDictionary(file => file.Hash, file => file.Path);
        var lease = new WorkerJob
        {
            Build = Guid.NewGuid(),
            Attempt = 1,
            LeaseSeconds = 30,
            Organisation = Guid.NewGuid(),
            Application = "Bench",
            Platform = MobilePlatform.Android,
            BuildType = MobileBuildType.Debug,
            Options = new LaunchOptions { Id = "dev.slipway.bench", Name = "Bench" },
            Revision = new RevisionManifest(RevisionKind.Folder, [.. files.Select(f => new RevisionFile(Path.GetRelativePath(folder, f.Path), f.Hash, new FileInfo(f.Path).Length))]),
            Keystore = new KeystoreCredential("bench.p12", File.ReadAllBytes(keystore), Password, null, null),
        };
        return BuildJob.Of(lease, async (missing, take, _) =>
        {
            foreach (var hash in missing)
            {
                await using var content = File.OpenRead(contents[hash]);
                await take(hash, content);
            }
        });
    }

    private sealed class Silence : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
        }
    }
}
