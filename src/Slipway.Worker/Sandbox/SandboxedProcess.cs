using System.Diagnostics;
using System.Text;

namespace Slipway.Worker.Sandbox;

/// <summary>A program that runs locked up, with everything that it has started.</summary>
internal sealed class SandboxedProcess : IAsyncDisposable
{
    private const int ErrorTail = 8 << 10;

    private readonly ISandbox _sandbox;
    private readonly Process _process;
    private readonly Task _errors;
    private readonly StringBuilder _tail = new();

    private SandboxedProcess(ISandbox sandbox, Process process)
    {
        _sandbox = sandbox;
        _process = process;
        _errors = ReadErrors();
        Exit = WaitAsync();
    }

    /// <summary>Its standard input.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Its standard output.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Its exit code, 128 and the number of the signal when one ended it; complete when nothing of it runs any more.</summary>
    public Task<int> Exit { get; }

    /// <summary>The last that it wrote to its standard error, as it is.</summary>
    public string Errors
    {
        get
        {
            lock (_tail)
                return _tail.ToString();
        }
    }

    /// <summary>Bytes of memory that its processes have together.</summary>
    public long Memory => ProcessTree.Memory(ProcessTree.Below(_process.Id));

    /// <summary>Starts a program.</summary>
    public static async Task<SandboxedProcess> StartAsync(ISandbox sandbox, SandboxedProgram program) =>
        new(sandbox, await SpawnThread.StartAsync(sandbox.Command(program)));

    /// <summary>Ends it with everything that it has started; <see cref="Exit"/> tells when that is done.</summary>
    public void Kill()
    {
        var roots = _sandbox.Roots(_process);
        foreach (var root in roots.Count == 0 ? [_process.Id] : roots)
            Signals.Kill(root);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!Exit.IsCompleted)
            Kill();
        await Exit;
        _process.Dispose();
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        await _errors;
        return _process.ExitCode;
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
        catch (IOException)
        {
            // What was written before is all there is.
        }
    }
}
