using Slipway.Protocol.Problems;
using Slipway.Worker;

namespace Slipway.Cli.Serving;

/// <summary>A worker, from the start to the signal that ends it.</summary>
internal static class WorkerRun
{
    /// <summary>Runs until the session is cancelled; builds may still end then.</summary>
    /// <exception cref="ProblemException">It cannot start, or the service refuses it.</exception>
    public static async Task<int> RunAsync(Session session, WorkerSettings settings, EventPrinter events)
    {
        var token = WorkerToken.Read(settings.TokenFile, session.Terminal);
        using var http = ServiceConnection.Open(settings.Server, token);
        using var drain = CancellationTokenSource.CreateLinkedTokenSource(session.Cancellation);
        if (settings.WithParent)
            Follow(drain);
        var options = new WorkerOptions(settings.Server, token, settings.WorkFolder)
        {
            Slots = settings.Slots,
            Name = settings.Name,
            Sandbox = settings.Sandbox,
            Drain = settings.Drain,
        };
        using var worker = new WorkerLoop(options, http, events);
        await worker.RunAsync(drain.Token);
        return ExitCode.Done;
    }

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
    }) { IsBackground = true, Name = "parent" }.Start();
}
