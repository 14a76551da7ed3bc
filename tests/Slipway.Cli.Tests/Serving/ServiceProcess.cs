using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace Slipway.Cli.Tests.Serving;

/// <summary>A real process of <c>slipway serve</c> or <c>slipway worker</c>, whose lines of JSON are waited for.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    private readonly Channel<JsonElement> _events = Channel.CreateUnbounded<JsonElement>();
    private readonly Task<string> _errors;
    private readonly Task _reading;

    private ServiceProcess(Process process)
    {
        Process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    public Process Process { get; }

    public static ServiceProcess Start(string[] arguments, Dictionary<string, string>? environment = null) =>
        new(SlipwayRun.Start("dotnet", ["exec", SlipwayRun.Assembly, .. arguments, "--json"], environment ?? []));

    /// <summary>The same, with fewer files that it may have open.</summary>
    public static ServiceProcess StartLimited(int files, string[] arguments) =>
        new(SlipwayRun.Start("prlimit", [$"--nofile={files}:{files}", "dotnet", "exec", SlipwayRun.Assembly, .. arguments, "--json"], []));

    /// <summary>The same, run by a line of a shell that is allowed to mount, in a name space of its own; <c>$0</c> and what follows is the program.</summary>
    public static ServiceProcess StartMounted(string shell, string[] arguments) =>
        new(SlipwayRun.Start("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", shell, "dotnet", "exec", SlipwayRun.Assembly, .. arguments, "--json"], []));

    /// <summary>The next event of a name; those before it are passed over.</summary>
    public async Task<JsonElement> NextAsync(string name)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                var next = await _events.Reader.ReadAsync(patience.Token);
                if (next.GetProperty("event").GetString() == name)
                    return next;
            }
        }
        catch (ChannelClosedException e)
        {
            throw new InvalidOperationException($"The process ended with code {Process.ExitCode} before '{name}': {await _errors}", e);
        }
    }

    /// <summary>Sends a signal.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, Process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end; gives the exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await Process.WaitForExitAsync(patience.Token);
        await _reading;
        return Process.ExitCode;
    }

    /// <summary>What it wrote to standard error; once it has ended.</summary>
    public Task<string> ErrorsAsync() => _errors;

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        await Process.WaitForExitAsync();
        await _reading;
        Process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await Process.StandardOutput.ReadLineAsync() is { } line)
            _events.Writer.TryWrite(JsonDocument.Parse(line).RootElement);
        await Process.WaitForExitAsync();
        _events.Writer.Complete();
    }
}
