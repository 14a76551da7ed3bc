using Slipway.Worker.Pipe;
using Slipway.Worker.Sandbox;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>A sandboxed child that waits for its order, with its workspace.</summary>
internal sealed class ChildProcess
{
    /// <summary>Maximum length of a message; the longest is the result.</summary>
    private const int LongestMessage = 4 << 20;

    /// <summary>Path of the app's files inside the sandbox.</summary>
    public const string InputInside = "/job/in";

    private const string OutputInside = "/job/out";
    private const string PreparedInside = "/job/prepared";
    private const string CacheInside = "/cache";
    private const string Shells = "shells";

    private readonly ISandbox _sandbox;
    private readonly SandboxedProcess _process;
    private readonly string _caches;

    private ChildProcess(ISandbox sandbox, SandboxedProcess process, Workspace workspace, string caches)
    {
        _sandbox = sandbox;
        _process = process;
        _caches = caches;
        Workspace = workspace;
    }

    /// <summary>Its workspace.</summary>
    public Workspace Workspace { get; }

    /// <summary>An order with the paths inside the sandbox.</summary>
    public BuildOrder Paths => new()
    {
        App = _sandbox.PathInside(new SandboxMount(Workspace.In, InputInside)),
        Out = _sandbox.PathInside(new SandboxMount(Workspace.Out, OutputInside)),
        Cache = _sandbox.PathInside(new SandboxMount(_caches, CacheInside)),
        Prepared = _sandbox.PathInside(new SandboxMount(Workspace.Prepared, PreparedInside)),
        Platform = default,
        Now = default,
    };

    /// <summary>The process.</summary>
    public SandboxedProcess Process => _process;

    /// <summary>Starts a child without waiting until it is ready.</summary>
    public static async Task<ChildProcess> StartAsync(ISandbox sandbox, BuildRunnerOptions options, Workspace workspace, TimeProvider time)
    {
        var caches = Path.GetFullPath(options.CacheFolder);
        var program = options.Child ?? ChildProgram.Of(options, sandbox);
        var started = await SandboxedProcess.StartAsync(sandbox, new SandboxedProgram(program.Path, program.Arguments)
        {
            Mounts =
            [
                .. program.Mounts, new SandboxMount(workspace.In, InputInside), new SandboxMount(workspace.Prepared, PreparedInside), new SandboxMount(workspace.Out, OutputInside, IsWritable: true),
                new SandboxMount(FileModes.Folder(Path.Combine(caches, Shells)), $"{CacheInside}/{Shells}"),
            ],
            Environment = ChildProgram.Variables(options.Limits),
            Limits = options.Limits,
        }, time);
        return new ChildProcess(sandbox, started, workspace, caches);
    }

    /// <summary>Sends a message; a child that has ended does not receive it.</summary>
    public async Task SayAsync(HostMessage message, CancellationToken cancellation)
    {
        try
        {
            await _process.TalkAsync(Frames.WriteAsync(_process.Input, message, PipeJson.Default.HostMessage, cancellation));
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            // The next read shows that the child has ended.
        }
    }

    /// <summary>Waits for a message; returns null if the child has ended.</summary>
    /// <exception cref="InvalidDataException">The message is malformed.</exception>
    public async Task<ChildMessage?> ListenAsync(CancellationToken cancellation)
    {
        var message = Frames.ReadAsync(_process.Output, PipeJson.Default.ChildMessage, LongestMessage, cancellation);
        try
        {
            await _process.TalkAsync(message);
            return await message;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Ends the child, and removes its folders unless it still uses them; in that case the next start of the worker removes them.</summary>
    public async Task RemoveAsync()
    {
        await _process.DisposeAsync();
        if (!_process.IsStuck)
            Workspace.Remove();
    }
}
