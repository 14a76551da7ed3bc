using System.Diagnostics;
using System.Globalization;

namespace Slipway.Testing;

/// <summary>
/// A process beside the test. Every wait for it has a time limit; when that is over, the process is killed and the test fails
/// with what the process said last.
/// </summary>
public sealed class StartedProcess : IDisposable, IAsyncDisposable
{
    private const int LastLines = 20;
    private static readonly TimeSpan Death = TimeSpan.FromSeconds(5);

    private readonly OutputText _output;
    private readonly OutputText _errors;
    private readonly SemaphoreSlim _changed = new(0);
    private readonly Task _reading;
    private readonly TimeSpan _limit;
    private Task? _killing;

    private StartedProcess(Process process, TimeSpan limit)
    {
        Process = process;
        _limit = limit;
        Command = $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)}";
        _output = new OutputText(process.StandardOutput, Changed);
        _errors = new OutputText(process.StandardError, Changed);
        _reading = Task.WhenAll(_output.Reading, _errors.Reading);
        _ = _reading.ContinueWith(_ => Changed(), TaskScheduler.Default);
    }

    /// <summary>The process itself.</summary>
    public Process Process { get; }

    /// <summary>The program with its arguments.</summary>
    public string Command { get; }

    /// <summary>Everything that it said so far.</summary>
    public string Said => $"{_output}{_errors}";

    /// <summary>Starts a program, whose standard input is empty.</summary>
    public static StartedProcess Start(string program, params IEnumerable<string> arguments) => Start(new ProcessStartInfo(program, arguments));

    /// <summary>Starts a program. Its standard input is empty, unless the caller redirected it.</summary>
    /// <param name="start">The program, and whatever is special about its start.</param>
    /// <param name="limit">How long each wait lasts at most; otherwise <see cref="ExternalTool.Limit"/>.</param>
    public static StartedProcess Start(ProcessStartInfo start, TimeSpan? limit = null)
    {
        var writes = start.RedirectStandardInput;
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        if (!writes)
            process.StandardInput.Close();
        return Of(process, limit);
    }

    /// <summary>Takes over a process whose output is redirected, to read the rest of it.</summary>
    /// <param name="process">The process, which is disposed of with this.</param>
    /// <param name="limit">How long each wait lasts at most; otherwise <see cref="ExternalTool.Limit"/>.</param>
    public static StartedProcess Of(Process process, TimeSpan? limit = null) => new(process, limit ?? ExternalTool.Limit);

    /// <summary>Waits for the next line of standard output or standard error that holds a text; those before it are passed over.</summary>
    public string Line(string text) => LineAsync(text).GetAwaiter().GetResult();

    /// <summary>Waits for the next line of standard output or standard error that holds a text; those before it are passed over.</summary>
    public Task<string> LineAsync(string text, CancellationToken cancellation = default) =>
        LineAsync(line => line.Contains(text, StringComparison.Ordinal), $"'{text}'", cancellation);

    /// <summary>Waits for the next line of standard output or standard error that is meant; those before it are passed over.</summary>
    /// <param name="isMeant">Whether it is that line.</param>
    /// <param name="what">What the line says, for the failure.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<string> LineAsync(Predicate<string> isMeant, string what, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_limit);
        while (true)
        {
            var hasEnded = _reading.IsCompleted;
            while ((_output.NextLine() ?? _errors.NextLine()) is { } line)
            {
                if (isMeant(line))
                    return line;
            }

            if (hasEnded)
            {
                await EndAsync(cancellation).ConfigureAwait(false);
                throw new InvalidOperationException($"{Command} ended with code {Process.ExitCode} before it said {what}: {Said}");
            }

            try
            {
                await _changed.WaitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw await HangsAsync($"did not say {what}").ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits for the end.</summary>
    public ToolResult End() => EndAsync().GetAwaiter().GetResult();

    /// <summary>Waits for the end.</summary>
    public async Task<ToolResult> EndAsync(CancellationToken cancellation = default)
    {
        try
        {
            // A program that it left behind may still hold its streams; they count.
            await Task.WhenAll(Process.WaitForExitAsync(cancellation), _reading).WaitAsync(_limit, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw await HangsAsync("did not end").ConfigureAwait(false);
        }

        return new ToolResult(Command, Process.ExitCode, _output.ToString(), _errors.ToString());
    }

    /// <summary>Writes to its standard input, which ends there.</summary>
    public void Feed(string input)
    {
        try
        {
            Process.StandardInput.Write(input);
            Process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all; its exit code says whether that is well.
        }
    }

    /// <summary>Sends it a signal, such as TERM.</summary>
    public void Signal(string name) => ExternalTool.RunWell("kill", "-" + name, Process.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Kills it with all that it started.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Kills it with all that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        await (_killing ??= KillAsync()).ConfigureAwait(false);
        Process.Dispose();
    }

    private async Task<TimeoutException> HangsAsync(string what)
    {
        var state = Process.HasExited ? "it has exited, but its output is still open" : "it was killed";
        await (_killing ??= KillAsync()).ConfigureAwait(false);
        var last = string.Join('\n', Said.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(LastLines));
        return new TimeoutException($"{Command} {what} within {_limit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s; {state}. It said last:\n{last}");
    }

    private async Task KillAsync()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        // A process in an uninterruptible wait outlives the signal, and must not take the test with it.
        await Task.WhenAny(Task.WhenAll(Process.WaitForExitAsync(), _reading), Task.Delay(Death)).ConfigureAwait(false);
    }

    private void Changed() => _changed.Release();
}
