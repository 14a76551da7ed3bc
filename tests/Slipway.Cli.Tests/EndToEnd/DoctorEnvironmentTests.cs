using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Slipway.Protocol.Gateways;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>The single machine that launches builds, judged by the doctor from what the service recorded.</summary>
public sealed class DoctorEnvironmentTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ServiceProcess _service = null!;
    private HttpClient _admin = null!;
    private string _environment = "";

    private Dictionary<string, string> Variables => new()
    {
        ["SLIPWAY_TOKEN"] = _admin.DefaultRequestHeaders.Authorization!.Parameter!,
        ["XDG_DATA_HOME"] = _folder["data"],
        ["XDG_CONFIG_HOME"] = _folder["config"],
    };

    public async ValueTask InitializeAsync()
    {
        _service = ServiceProcess.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", _folder["service"], "--no-worker"]);
        _admin = new HttpClient { BaseAddress = new Uri((await _service.NextAsync("listening")).GetProperty("urls")[0].GetString()!) };
        _admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await _service.NextAsync("token")).GetProperty("token").GetString());
        _environment = (await EnrolledTestMachine.JsonAsync(await _admin.PostAsJsonAsync("/api/v1/environments", new { name = "production", internalAddress = "127.0.0.1" }))).GetProperty("key").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_conditions_are_judged_from_the_record_this_machine_and_the_launches()
    {
        using var controller = await EnrolledTestMachine.EnrolAsync(_admin, _environment, "ctl-01", "127.0.0.1", "DeploymentController", "FrontEnd");
        using var frontEnd = await EnrolledTestMachine.EnrolAsync(_admin, _environment, "fe-02", "192.0.2.12", "FrontEnd");
        new MachineIdentityStore(Path.Combine(_folder["data"], "slipway", "identities")).Save(_admin.BaseAddress!, controller.Identity);

        // Nobody launched yet: not known is not well.
        var (check, report) = Examine(expected: 3);
        Assert.Equal(("Unknown", "conditions-unknown"), (check.GetProperty("state").GetString(), check.GetProperty("cause").GetString()));
        Assert.Equal("No IDE launches in 30 days. No Console launches in 30 days.", check.GetProperty("summary").GetString());
        Assert.Equal("kept", report.GetProperty("delivery").GetString());

        await controller.LaunchAsync("IDE", 14);
        await controller.LaunchAsync("Console", 2);
        (check, report) = Examine(expected: 0);
        Assert.Equal("ctl-01 is the only machine that launches builds of production. 14 IDE launches in 30 days, all through ctl-01. 2 Console launches in 30 days, all through ctl-01.", check.GetProperty("summary").GetString());
        Assert.Equal("single-machine", report.GetProperty("tightest").GetString());
        await JudgeKeptAsync(controller, report);

        await frontEnd.LaunchAsync("Console", 3);
        (check, report) = Examine(expected: 1);
        Assert.Equal(("Fail", "launches-elsewhere"), (check.GetProperty("state").GetString(), check.GetProperty("cause").GetString()));
        Assert.Equal("5 Console launches in 30 days: 2 through ctl-01, 3 through fe-02: connect those people to ctl-01.", check.GetProperty("summary").GetString());
        Assert.Equal(["yes", "yes", "yes", "no"], Conditions(check));
    }

    [Fact]
    public async Task The_wrong_server_is_told_which_one_is_right()
    {
        using var controller = await EnrolledTestMachine.EnrolAsync(_admin, _environment, "ctl-01", "192.0.2.21", "DeploymentController", "FrontEnd");
        using var frontEnd = await EnrolledTestMachine.EnrolAsync(_admin, _environment, "fe-02", "127.0.0.1", "FrontEnd");
        await ChangeAsync(new { launchPolicy = "ControllerOnly" });
        var (check, report) = Examine(expected: 1);
        Assert.Equal(("Fail", "not-the-controller", "SLW-DOC-40006"), (check.GetProperty("state").GetString(), check.GetProperty("cause").GetString(), check.GetProperty("code").GetString()));
        Assert.Equal("Builds of production are launched through ctl-01 only, and this machine is fe-02.", check.GetProperty("summary").GetString());
        Assert.Contains("192.0.2.21", check.GetProperty("remedy").GetString(), StringComparison.Ordinal);
        Assert.Equal(["yes", "no", "unknown", "unknown"], Conditions(check));
        // A machine that was not enrolled has nothing to hand over.
        Assert.Equal(JsonValueKind.Null, report.GetProperty("delivery").ValueKind);
    }

    private static IEnumerable<string> Conditions(JsonElement check) => check.GetProperty("evidence").EnumerateArray()
        .Where(fact => fact.GetProperty("name").GetString() is "controller-is-front-end" or "internal-address" or "ide-launches" or "console-launches").Select(fact => fact.GetProperty("value").GetString()!.Split(':')[0]);

    private (JsonElement Check, JsonElement Report) Examine(int expected)
    {
        var run = SlipwayRun.Of(["doctor", "--server", _admin.BaseAddress!.AbsoluteUri, "--environment", "production", "--quick", "--stream", "1", "--json"], Variables);
        Assert.True(run.ExitCode == expected, run.Out + run.Error);
        var report = JsonDocument.Parse(run.Out).RootElement;
        return (report.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("id").GetString() == "C16"), report);
    }

    private async Task JudgeKeptAsync(EnrolledTestMachine server, JsonElement report)
    {
        var kept = await EnrolledTestMachine.JsonAsync(await _admin.GetAsync(new Uri($"/api/v1/environments/{_environment}/servers/{server.Identity.MachineId}/report", UriKind.Relative)));
        Assert.Equal(report.GetProperty("startedAt").GetString(), kept.GetProperty("report").GetProperty("startedAt").GetString());
        Assert.Equal(report.GetProperty("checks").GetArrayLength(), kept.GetProperty("report").GetProperty("checks").GetArrayLength());
    }

    private async Task ChangeAsync(object change)
    {
        using var answer = await _admin.PatchAsJsonAsync($"/api/v1/environments/{_environment}", change);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
