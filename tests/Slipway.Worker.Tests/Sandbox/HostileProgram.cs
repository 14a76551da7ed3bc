using System.Text;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Tests.Sandbox;

/// <summary>A program in Python that does what it wants to, in a sandbox or, to show that the probe itself works, outside of one.</summary>
internal sealed class HostileProgram : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HostileProgram()
    {
        Out = _folder.AddFolder("out");
        Cache = _folder.AddFolder("cache");
        File.SetUnixFileMode(Out, (UnixFileMode)0x1FF);
        File.WriteAllText(Path.Combine(Cache, "entry"), "cached");
        Inside = new BubblewrapSandbox(_folder.Add("filter", SystemCallFilter.Build()));
        Unfiltered = WithoutFilter(_folder);
    }

    public string Out { get; }

    public string Cache { get; }

    public static ISandbox Outside { get; } = new NoSandbox();

    public ISandbox Inside { get; }

    /// <summary>All walls but the filter of system calls: what the others hold by themselves.</summary>
    public ISandbox Unfiltered { get; }

    /// <summary>A sandbox whose filter of system calls is one instruction: allow (SECCOMP_RET_ALLOW).</summary>
    public static ISandbox WithoutFilter(TemporaryFolder folder) => new BubblewrapSandbox(folder.Add("no-filter", [6, 0, 0, 0, 0, 0, 0xff, 0x7f]));

    public string Secret(string content)
    {
        var path = _folder.Add("data/secret", Encoding.UTF8.GetBytes(content));
        File.SetUnixFileMode(path, UnixFileMode.UserRead);
        return path;
    }

    /// <summary>Starts a script; the names <c>out</c> and <c>cache</c> are the folders as they are called there.</summary>
    public Task<SandboxedProcess> StartAsync(ISandbox sandbox, string script, SandboxLimits? limits = null)
    {
        var writable = new SandboxMount(Out, "/job/out", IsWritable: true);
        var readOnly = new SandboxMount(Cache, "/cache");
        var head = $"import os, sys, socket, time, ctypes\nout = '{sandbox.PathInside(writable)}'\ncache = '{sandbox.PathInside(readOnly)}'\n";
        return SandboxedProcess.StartAsync(sandbox, new SandboxedProgram("/usr/bin/python3", ["-c", head + script])
        {
            Mounts = [writable, readOnly, new SandboxMount("/usr/bin", "/usr/bin")],
            Limits = limits ?? new SandboxLimits(),
        }, TimeProvider.System);
    }

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it printed; an exception in it is its last line on standard error.</returns>
    public async Task<(int Exit, string Out, string Error)> RunAsync(ISandbox sandbox, string script, SandboxLimits? limits = null)
    {
        await using var process = await StartAsync(sandbox, script, limits);
        process.Input.Close();
        var text = await new StreamReader(process.Output).ReadToEndAsync();
        return (await process.Exit, text.Trim(), process.Errors);
    }

    /// <summary>Runs a script under the eyes of the watch.</summary>
    public async Task<(SandboxLimit? Limit, int Exit)> WatchAsync(ISandbox sandbox, string script, SandboxLimits limits)
    {
        await using var process = await StartAsync(sandbox, script, limits);
        var ended = await new SandboxWatch(process, Out, limits, TimeProvider.System).RunAsync();
        return (ended, await process.Exit);
    }

    public void Dispose() => _folder.Dispose();
}
