using System.Globalization;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>Large apps: little memory is used, and an interruption leaves nothing behind.</summary>
public sealed class LargeAppTests(LargeApp app) : IClassFixture<LargeApp>, IDisposable
{
    private const long MostMemory = 300_000_000;

    /// <summary>Runs a program and tells on the last line how much memory it took at most; Linux counts in units of 1024 bytes.</summary>
    private const string Measure = """
        import resource, subprocess, sys
        code = subprocess.call(sys.argv[1:])
        print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
        sys.exit(code)
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1")]
    [InlineData("16")]
    public void The_first_build_of_300_MB_takes_less_memory_than_that_on_any_number_of_cores(string cores)
    {
        var cold = new Dictionary<string, string> { ["SLIPWAY_CACHE"] = _folder["empty cache"], ["DOTNET_PROCESSOR_COUNT"] = cores };
        Assert.InRange(PeakMemory(cold, "dotnet", "exec", SlipwayRun.Assembly, "build", app.Folder, "--id", "com.example.large", "--out", _folder["out"]), 1, MostMemory);
        Assert.InRange(new FileInfo(Directory.GetFiles(_folder["out"]).Single()).Length, 150_000_000, 300_000_000);
    }

    [Fact]
    public void The_measure_notices_a_program_that_takes_more() =>
        Assert.InRange(PeakMemory([], "python3", "-c", $"bytearray(b'x') * {MostMemory}"), MostMemory, long.MaxValue);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interruption_leaves_nothing_in_the_output_folder(string signal)
    {
        Directory.CreateDirectory(_folder["out"]);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(_folder["out"]);
        watcher.Created += (_, _) => begun.TrySetResult();
        watcher.EnableRaisingEvents = true;
        // Whoever runs the tests in the background may have them ignore the signal, which children inherit.
        using var build = SlipwayRun.Start(
            "env",
            ["--default-signal=INT", "dotnet", "exec", SlipwayRun.Assembly, "build", app.Folder, "--id", "com.example.large", "--out", _folder["out"]],
            []);
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(0, SlipwayRun.Of("bash", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {build.Id}")], []).ExitCode);
        var run = SlipwayRun.End(build);
        Assert.Equal(130, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.Empty(Directory.GetFileSystemEntries(_folder["out"]));
    }

    private static long PeakMemory(Dictionary<string, string> environment, params string[] command)
    {
        var run = SlipwayRun.Of("python3", ["-c", Measure, .. command], environment);
        Assert.True(run.ExitCode == 0, run.Error);
        return long.Parse(run.Out.TrimEnd().Split('\n')[^1], CultureInfo.InvariantCulture);
    }
}
