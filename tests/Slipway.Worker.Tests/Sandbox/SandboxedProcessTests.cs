using System.Diagnostics;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Tests.Sandbox;

public sealed class SandboxedProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ObservedTime _time = new();

    [Fact]
    public async Task One_that_does_not_end_when_it_is_killed_is_given_up()
    {
        using var deaf = new DeafSandbox();
        var process = await StartAsync(deaf, "echo ready; exec sleep 600");
        Assert.Equal("ready", await new StreamReader(process.Output).ReadLineAsync(TestContext.Current.CancellationToken));
        var disposing = process.DisposeAsync().AsTask();
        await _time.SomebodyWaitsAsync(Patience);
        Assert.False(process.Exit.IsCompleted);
        _time.Advance(Patience);
        await disposing;
        Assert.True(process.IsStuck);
    }

    [Fact]
    public async Task One_that_ends_later_is_not_stuck()
    {
        using var deaf = new DeafSandbox();
        await using var process = await StartAsync(deaf, "echo ready; exec sleep 600");
        Assert.Equal("ready", await new StreamReader(process.Output).ReadLineAsync(TestContext.Current.CancellationToken));
        process.Kill();
        await _time.SomebodyWaitsAsync(Patience);
        deaf.Hear();
        Assert.Equal(137, await process.Exit);
        Assert.False(process.IsStuck);
    }

    [Fact]
    public async Task What_it_left_behind_does_not_hold_up_its_end()
    {
        await using var process = await StartAsync(HostileProgram.Outside, "sleep 600 & echo $!; exit 7");
        var left = int.Parse((await new StreamReader(process.Output).ReadLineAsync(TestContext.Current.CancellationToken))!, System.Globalization.CultureInfo.InvariantCulture);
        using var other = Process.GetProcessById(left);
        await _time.SomebodyWaitsAsync(Patience);
        Assert.False(process.Exit.IsCompleted);
        _time.Advance(Patience);
        Assert.Equal(7, await process.Exit);
        other.Kill();
    }

    [Fact]
    public async Task Whoever_waits_for_its_word_hears_that_it_is_gone()
    {
        await using var process = await StartAsync(HostileProgram.Outside, "sleep 600 & echo $!; exit 7");
        using var reader = new StreamReader(process.Output);
        using var other = Process.GetProcessById(int.Parse((await reader.ReadLineAsync(TestContext.Current.CancellationToken))!, System.Globalization.CultureInfo.InvariantCulture));
        var talk = process.TalkAsync(reader.ReadLineAsync());
        await _time.SomebodyWaitsAsync(Patience);
        _time.Advance(Patience);
        await process.Exit;
        await _time.SomebodyWaitsAsync(Patience);
        _time.Advance(Patience);
        await Assert.ThrowsAsync<TimeoutException>(() => talk);
        other.Kill();
    }

    [Fact]
    public async Task One_that_has_ended_is_not_killed_again()
    {
        var sandbox = new Counting();
        await using var process = await StartAsync(sandbox, "exit 3");
        Assert.Equal(3, await process.Exit);
        process.Kill();
        Assert.Equal(0, sandbox.Asked);
    }

    [Fact]
    public void A_number_that_is_another_processs_by_now_is_left_alone()
    {
        using var other = Process.Start(new ProcessStartInfo("sleep", "600") { UseShellExecute = false })!;
        Assert.False(ProcessSignals.Kill(other.Id, () => false));
        Assert.False(other.HasExited);
        Assert.True(ProcessSignals.Kill(other.Id, () => true));
        Assert.True(other.WaitForExit(10_000));
    }

    private Task<SandboxedProcess> StartAsync(ISandbox sandbox, string script) =>
        SandboxedProcess.StartAsync(sandbox, new SandboxedProgram("/bin/sh", ["-c", script]), _time);

    private sealed class Counting : ISandbox
    {
        private readonly NoSandbox _inner = new();

        public int Asked { get; private set; }

        public ProcessStartInfo Command(SandboxedProgram program) => _inner.Command(program);

        public string PathInside(SandboxMount mount) => _inner.PathInside(mount);

        public IReadOnlyList<int> Roots(Process started)
        {
            Asked++;
            return _inner.Roots(started);
        }
    }
}
