using System.Diagnostics;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Tests.Sandbox;

/// <summary>Programs that take all they can get. The filter of system calls is off: it lets nobody have a second process.</summary>
public sealed class SandboxWatchTests : IDisposable
{
    private static readonly SandboxLimits Small = new() { Memory = 256 << 20, Disk = 64 << 20, Files = 100, Tasks = 32, WallTime = TimeSpan.FromSeconds(20) };

    private readonly HostileProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task One_process_cannot_take_more_memory_than_allowed()
    {
        var (exit, _, error) = await _program.RunAsync(_program.Inside, "x = bytearray(300 << 20)", Small);
        Assert.Equal(1, exit);
        Assert.Contains("MemoryError", error, StringComparison.Ordinal);
        Assert.Equal(0, (await _program.RunAsync(_program.Inside, "x = bytearray(100 << 20)", Small)).Exit);
    }

    [Fact]
    public async Task Many_processes_cannot_take_more_memory_than_allowed_together()
    {
        var (limit, _) = await _program.WatchAsync(_program.Unfiltered, Forks(8, "x = bytearray(100 << 20)\n        time.sleep(600)") + "time.sleep(600)", Small);
        Assert.Equal(SandboxLimit.Memory, limit);
    }

    [Fact]
    public async Task Processes_are_counted()
    {
        var (exit, text, _) = await _program.RunAsync(_program.Unfiltered, """
            children = []
            try:
                while len(children) < 1000:
                    child = os.fork()
                    if child == 0:
                        time.sleep(600)
                    children.append(child)
            except OSError:
                print(len(children))
            for child in children:
                os.kill(child, 9)
            """, Small);
        Assert.InRange(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture), 1, Small.Tasks);
        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task A_fork_bomb_ends_with_its_time_and_nothing_of_it_is_left()
    {
        var mark = Guid.NewGuid().ToString("N");
        var (limit, exit) = await _program.WatchAsync(_program.Unfiltered, $"mark = '{mark}'\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass", Small with { WallTime = TimeSpan.FromSeconds(1) });
        Assert.Equal(SandboxLimit.WallTime, limit);
        Assert.Equal(137, exit);
        Assert.DoesNotContain(Process.GetProcesses(), process => CommandLine(process.Id).Contains(mark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_endless_loop_ends_with_its_time_on_a_processor()
    {
        var (limit, _) = await _program.WatchAsync(_program.Unfiltered, "while True: pass", Small with { CpuTime = TimeSpan.FromSeconds(1) });
        Assert.Equal(SandboxLimit.CpuTime, limit);
    }

    [Theory]
    [InlineData("f = open(out + '/f', 'wb')\nwhile True: f.write(bytes(1 << 20))")]
    [InlineData("for i in range(10000):\n    open(out + f'/{i}', 'wb').write(bytes(4 << 20))")]
    [InlineData("for i in range(1000):\n    os.mkdir(out + f'/{i}')\ntime.sleep(600)")]
    [InlineData("os.chdir(out)\nfor i in range(60):\n    os.mkdir('deep')\n    os.chdir('deep')\ntime.sleep(600)")]
    public async Task A_disk_filler_ends_within_its_bounds(string script)
    {
        var (limit, exit) = await _program.WatchAsync(_program.Unfiltered, "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n" + script, Small);
        Assert.True(limit == SandboxLimit.Disk, $"{limit} {exit}");
    }

    [Fact]
    public async Task What_keeps_its_bounds_ends_by_itself()
    {
        var (limit, exit) = await _program.WatchAsync(_program.Unfiltered, "open(out + '/f', 'wb').write(bytes(1 << 20))\nsys.exit(7)", Small);
        Assert.Null(limit);
        Assert.Equal(7, exit);
    }

    [Fact]
    public async Task Killing_ends_all_processes()
    {
        var mark = Guid.NewGuid().ToString("N");
        await using var process = await _program.StartAsync(_program.Unfiltered, $"mark = '{mark}'\n" + Forks(5, "time.sleep(600)") + "\nprint('ready', flush=True)\ntime.sleep(600)");
        Assert.Equal("ready", await new StreamReader(process.Output).ReadLineAsync());
        Assert.Contains(Process.GetProcesses(), other => CommandLine(other.Id).Contains(mark, StringComparison.Ordinal));
        process.Kill();
        Assert.Equal(137, await process.Exit.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.DoesNotContain(Process.GetProcesses(), other => CommandLine(other.Id).Contains(mark, StringComparison.Ordinal));
    }

    private static string Forks(int count, string body) => $"for i in range({count}):\n    if os.fork() == 0:\n        {body}\n";

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
