using System.Globalization;
using System.Text.Json;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>Ctrl-C ends a build at the service, too.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_interrupted_command_cancels_its_build_and_says_130()
    {
        // Nobody takes the build, so that it waits for as long as it takes.
        await using var service = ServiceProcess.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", _folder["data"], "--no-worker"]);
        var address = (await service.NextAsync("listening")).GetProperty("urls")[0].GetString()!;
        var environment = new Dictionary<string, string>
        {
            ["SLIPWAY_SERVER"] = address,
            ["SLIPWAY_TOKEN"] = (await service.NextAsync("token")).GetProperty("token").GetString()!,
            ["XDG_CONFIG_HOME"] = _folder["config"],
        };
        // A shell that runs the tests in the background has them ignore the signal, and all that they start.
        using var build = SlipwayRun.Start("env", ["--default-signal=INT", "dotnet", "exec", SlipwayRun.Assembly, "build", Path.Combine(Repository.Root, "samples", "field-notes"), "--remote"], environment);
        var waiting = Only(environment);
        while (waiting is null && !build.HasExited)
            waiting = Only(environment);
        Assert.Equal(("Waiting", false), waiting);
        Assert.Equal(0, SlipwayRun.Of("kill", ["-INT", build.Id.ToString(CultureInfo.InvariantCulture)], []).ExitCode);
        var run = SlipwayRun.End(build);
        Assert.True(run.ExitCode == 130, run.Error);
        Assert.StartsWith("cancelled build ", run.Error, StringComparison.Ordinal);
        Assert.Equal(("Error", true), Only(environment));
        var again = Key(RunningService.Done(SlipwayRun.Of(["builds", "retry", Cancelled(run), "--json"], environment)));
        Assert.NotEqual(Cancelled(run), again);
        RunningService.Done(SlipwayRun.Of(["builds", "cancel", again], environment));
        var twice = RunningService.Done(SlipwayRun.Of(["builds", "cancel", again], environment));
        Assert.Contains("  status    Cancelled\n", twice.Out, StringComparison.Ordinal);
        service.Signal("TERM");
        await service.EndAsync();
    }

    // What is said when a build was cancelled: "cancelled build KEY at the service".
    private static string Cancelled(SlipwayRun run) => run.Error.Split(' ')[2];

    private static string Key(SlipwayRun run)
    {
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.GetProperty("key").GetString()!;
    }

    private static (string Status, bool Cancelled)? Only(Dictionary<string, string> environment)
    {
        var run = SlipwayRun.Of(["builds", "list", "--json"], environment);
        using var list = JsonDocument.Parse(run.Out);
        return list.RootElement.GetProperty("builds").EnumerateArray().Select(b => ((string, bool)?)(b.GetProperty("status").GetString()!, b.GetProperty("cancelled").GetBoolean())).SingleOrDefault();
    }
}
