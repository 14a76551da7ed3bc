using System.Diagnostics;
using System.Text;

namespace Slipway.Worker.Sandbox;

/// <summary>A sandboxed program with all processes that it has started.</summary>
internal sealed class SandboxedProcess : IAsyncDisposable
{
    private const int ErrorTail = 8 << 10;
    private const int Unknown = -1;

    // A killed process that waits for a disk may not end until the disk answers, or never.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ISandbox _sandbox;
    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly Task _end;
    private readonly Task _errors;
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _tail = new();

    private SandboxedProcess(ISandbox sandbox, Process process, TimeProvider time)
    {
        _sandbox = sandbox;
        _process = process;
        _time = time;
        _end = process.WaitForExitAsync();
        _errors = ReadErrors();
        Exit = WaitAsync();
    }

    /// <summary>Its standard input.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Its standard output.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>
    /// Its exit code, or 128 plus the number of the signal that ended it. Completes when all its processes have ended, or when it
    /// <see cref="IsStuck"/>.
    /// </summary>
    public Task<int> Exit { get; }

    /// <summary>Whether it was killed but has not ended. It may still write to its folders.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>The last part of its standard error, unchanged.</summary>
    public string Errors
    {
        get
        {
            lock (_tail)
                return _tail.ToString();
        }
    }

    /// <summary>Private memory of its processes in bytes.</summary>
    public long Memory => ProcessTree.Memory(ProcessTree.Below(_process.Id));

    /// <summary>Starts a program.</summary>
    public static async Task<SandboxedProcess> StartAsync(ISandbox sandbox, SandboxedProgram program, TimeProvider time) =>
        new(sandbox, await SpawnThread.StartAsync(sandbox.Command(program)), time);

    /// <summary>Ends it with all its processes; <see cref="Exit"/> completes when they have ended.</summary>
    public void Kill()
    {
        // After its end, another process may have its id.
        if (_end.IsCompleted || _process.HasExited)
            return;
        var roots = _sandbox.Roots(_process);
        var killed = roots.Count(root => ProcessSignals.Kill(root, () => _sandbox.Roots(_process).Contains(root) && !_process.HasExited));
        if (killed == 0)
            _process.Kill();
        _killed.TrySetResult();
    }

    /// <summary>Waits for a read or write of its pipes, with a timeout after its end.</summary>
    /// <exception cref="TimeoutException">It has ended, or should have, and another process holds the other end of the pipe.</exception>
    public async Task TalkAsync(Task talk)
    {
        await Task.WhenAny(talk, Exit);
        await talk.WaitAsync(Patience, _time);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exit;
        if (IsStuck)
            _ = _end.ContinueWith(_ => _process.Dispose(), TaskScheduler.Default);
        else
            _process.Dispose();
    }

    private async Task<int> WaitAsync()
    {
        await Task.WhenAny(_end, _killed.Task);
        IsStuck = !await EndsInTimeAsync(_end);
        if (IsStuck)
            return Unknown;
        // Without a sandbox, a process that it left behind may hold the pipe.
        await EndsInTimeAsync(_errors);
        return _process.ExitCode;
    }

    private async Task<bool> EndsInTimeAsync(Task task)
    {
        try
        {
            await task.WaitAsync(Patience, _time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task ReadErrors()
    {
        var buffer = new char[4096];
        try
        {
            while (await _process.StandardError.ReadAsync(buffer) is > 0 and var count)
            {
                lock (_tail)
                {
                    _tail.Append(buffer, 0, count);
                    if (_tail.Length > ErrorTail)
                        _tail.Remove(0, _tail.Length - ErrorTail);
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Keep what was read before.
        }
    }
}
