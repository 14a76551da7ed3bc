using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Slipway.Server;

namespace Slipway.Services.Serving;

/// <summary>
/// The worker of this machine: a process of its own, because it touches what strangers wrote. It is started again when it dies, and
/// it ends with the server even when the server is killed, because its standard input ends then.
/// </summary>
internal sealed class WorkerProcess(HostedServer server, Uri address, ServeSettings settings, EventPrinter events)
{
    private const int DrainSeconds = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(DrainSeconds + 2);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    // Keys of the database, the files and the vault are the server's alone.
    private static readonly string[] Withheld =
        ["SLIPWAY_VAULT_KEY", "SLIPWAY_DATABASE", "SLIPWAY_BLOBS", "SLIPWAY_WEBHOOK_PROXY", "PGPASSWORD", "PGPASSFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

    /// <summary>Keeps a worker running until the cancellation, then lets it end what it has begun.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var pause = ShortestPause;
        while (await RunOnceAsync(cancellation) is var (exitCode, lasted))
        {
            pause = lasted > Steady ? ShortestPause : pause;
            events.WorkerEnded(exitCode, pause);
            await Task.Delay(pause, cancellation);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    // How the worker died, and after how long; null when it was told to end. Each start has a token of its own, which ends with it.
    private async Task<(int ExitCode, TimeSpan Lasted)?> RunOnceAsync(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return null;
        await using var access = await server.OpenToWorkerAsync(Environment.MachineName, cancellation);
        using var process = Start();
        var began = Stopwatch.GetTimestamp();
        events.WorkerStarted(process.Id);
        await SendAsync(process, access.Token);
        if (await HasEndedAsync(process, cancellation))
            return (process.ExitCode, Stopwatch.GetElapsedTime(began));
        await EndAsync(process);
        return null;
    }

    private static async Task SendAsync(Process process, string token)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(token);
            await process.StandardInput.FlushAsync(CancellationToken.None);
        }
        catch (IOException)
        {
            // It has died already, which shows at once.
        }
    }

    private static async Task<bool> HasEndedAsync(Process process, CancellationToken cancellation)
    {
        try
        {
            await process.WaitForExitAsync(cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return process.HasExited;
        }
    }

    private static async Task EndAsync(Process process)
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        if (await HasEndedAsync(process, patience.Token))
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private Process Start()
    {
        var program = Environment.ProcessPath!;
        List<string> arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? ["exec", Assembly.GetExecutingAssembly().Location] : [];
        arguments.AddRange(["worker", "--service", address.ToString(), "--token-file", "-", "--work", Path.Combine(settings.Server.DataFolder, "worker"), "--with-parent", "--drain-seconds", DrainSeconds.ToString(CultureInfo.InvariantCulture)]);
        if (settings.Slots is { } slots)
            arguments.AddRange(["--slots", slots.ToString(CultureInfo.InvariantCulture)]);
        if (!settings.Sandbox)
            arguments.Add("--no-sandbox");
        if (settings.Json)
            arguments.Add("--json");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, UseShellExecute = false };
        foreach (var name in Withheld)
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }
}
