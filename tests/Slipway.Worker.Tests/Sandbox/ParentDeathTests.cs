using System.Diagnostics;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Tests.Sandbox;

/// <summary>A worker that is killed cannot end its builds any more: the kernel has to.</summary>
public sealed class ParentDeathTests : IDisposable
{
    private readonly HostileProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task What_runs_in_the_sandbox_ends_with_the_one_who_started_it()
    {
        var mark = Path.Combine(_program.Out, "ready");
        var command = _program.Inside.Command(new SandboxedProgram("/usr/bin/python3", ["-c", "import threading\nopen('/job/out/ready', 'w').write('x')\nthreading.Event().wait()"])
        {
            Mounts = [new SandboxMount(_program.Out, "/job/out", IsWritable: true), new SandboxMount("/usr/bin", "/usr/bin")],
        });
        var arguments = string.Join(", ", command.ArgumentList.Prepend(command.FileName).Select(a => $"r'''{a}'''"));
        using var parent = Process.Start(new ProcessStartInfo("python3", ["-c", $"import signal, subprocess\nchild = subprocess.Popen([{arguments}])\nprint(child.pid, flush=True)\nsignal.pause()"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var child = int.Parse((await parent.StandardOutput.ReadLineAsync())!, System.Globalization.CultureInfo.InvariantCulture);
        using var watcher = new FileSystemWatcher(_program.Out) { EnableRaisingEvents = true };
        if (!File.Exists(mark))
            watcher.WaitForChanged(WatcherChangeTypes.Created, 20_000);
        var inside = ProcessTree.Below(child).ToList();
        Assert.NotEmpty(inside);
        var last = Process.GetProcessById(inside[^1]);
        parent.Kill();
        Assert.True(last.WaitForExit(10_000));
    }
}
