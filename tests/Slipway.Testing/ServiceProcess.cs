using System.Diagnostics;
using System.Text.Json;

namespace Slipway.Testing;

/// <summary>A real process of <c>slipway serve</c> or <c>slipway worker</c>, whose lines of JSON are waited for.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(150);

    private readonly StartedProcess _process;

    private ServiceProcess(Process process) => _process = StartedProcess.Of(process, Limit);

    /// <summary>The process itself.</summary>
    public Process Process => _process.Process;

    /// <summary>Starts the program.</summary>
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
        JsonElement found = default;
        await _process.LineAsync(line => IsEvent(line, name, out found), $"an event '{name}'");
        return found;
    }

    /// <summary>Sends a signal.</summary>
    public void Signal(string name) => _process.Signal(name);

    /// <summary>Waits for the end; returns the exit code.</summary>
    public async Task<int> EndAsync() => (await _process.EndAsync()).ExitCode;

    /// <summary>What it wrote to standard error; once it has ended.</summary>
    public async Task<string> ErrorsAsync() => (await _process.EndAsync()).Errors;

    /// <summary>Kills it with all that it started.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    // Standard error is text.
    private static bool IsEvent(string line, string name, out JsonElement found)
    {
        found = line.StartsWith('{') ? JsonDocument.Parse(line).RootElement : default;
        return found.ValueKind == JsonValueKind.Object && found.GetProperty("event").GetString() == name;
    }
}
