using System.Reflection;
using Slipway.Build;
using Slipway.Cli;
using Slipway.Cli.Output;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Worker;
using Slipway.Worker.Builds;

namespace Slipway.Services.Serving;

/// <summary>A worker, from the start to the signal that ends it.</summary>
internal static class WorkerRun
{
    /// <summary>Runs until the session is cancelled; builds may still end then.</summary>
    /// <exception cref="ProblemException">It cannot start, or the service refuses it.</exception>
    public static async Task<int> RunAsync(CommandContext session, WorkerSettings settings, EventPrinter events)
    {
        var token = WorkerToken.Read(settings.TokenFile, session.Terminal);
        using var connection = WorkerConnection.Open(settings.Service, token);
        using var drain = CancellationTokenSource.CreateLinkedTokenSource(session.Cancellation);
        if (settings.WithParent)
            Follow(drain);
        if (!settings.Sandbox)
            ProblemPrinter.Print(session.Terminal.Error, [SandboxProblems.Off.At("--no-sandbox", "Builds can reach everything that this worker can.")]);
        await using var runner = await StartAsync(settings);
        using var worker = new WorkerLoop(new WorkerOptions(token) { Slots = settings.Slots, Name = settings.Name, Drain = settings.Drain }, connection, runner, events);
        await worker.RunAsync(drain.Token);
        return ExitCode.Done;
    }

    private static async Task<BuildRunner> StartAsync(WorkerSettings settings)
    {
        var options = new BuildRunnerOptions
        {
            WorkFolder = settings.WorkFolder,
            CacheFolder = BuildEnvironment.OfThisUser().CacheFolder,
            Program = Program,
            NativeProgram = NativeProgram(Path.GetDirectoryName(Program)!),
            Slots = settings.Slots,
            IsSandboxed = settings.Sandbox,
        };
        try
        {
            return await BuildRunner.StartAsync(options, TimeProvider.System);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(HostingProblems.WorkFolder.At(settings.WorkFolder, Reason(e)), e);
        }
    }

    private static string Program => Assembly.GetExecutingAssembly().Location;

    // The launcher compiles the native program into a folder that is named by the sources, beside that of this program.
    private static string? NativeProgram(string folder)
    {
        var sources = Path.Combine(folder, "sources");
        return File.Exists(sources) ? Path.GetFullPath(Path.Combine(folder, "..", $"native-{File.ReadAllText(sources).Trim()}", "slipway")) : null;
    }

    private static string Reason(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "This user may not write to the folder.",
        _ when DiskErrors.IsFull(failure) => "There is no space left.",
        _ when DiskErrors.IsReadOnly(failure) => "The disk can only be read.",
        _ => "It is not a folder, or another worker uses it.",
    };

    // The system closes the pipe however the parent ends.
    private static void Follow(CancellationTokenSource drain) => new Thread(() =>
    {
        while (Console.In.Read() >= 0)
        {
            // Nobody says anything there.
        }

        try
        {
            drain.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The worker has ended.
        }
    })
    { IsBackground = true, Name = "parent" }.Start();
}

/// <summary>How <c>slipway worker</c> runs.</summary>
/// <param name="Service">Address of the service.</param>
/// <param name="TokenFile">File with the token; - for standard input.</param>
/// <param name="WorkFolder">Folder for files of apps and builds.</param>
internal sealed record WorkerSettings(Uri Service, string TokenFile, string WorkFolder)
{
    /// <summary>Builds that run at once.</summary>
    public required int Slots { get; init; }

    /// <summary>What people call the worker.</summary>
    public required string Name { get; init; }

    /// <summary>Does it build in a sandbox?</summary>
    public required bool Sandbox { get; init; }

    /// <summary>How long builds may still run after a signal to end.</summary>
    public required TimeSpan Drain { get; init; }

    /// <summary>Does the end of standard input mean what a signal means?</summary>
    public required bool WithParent { get; init; }

    /// <summary>Are events told as lines of JSON?</summary>
    public required bool Json { get; init; }
}
