using System.Net;
using System.Text.Json;
using Dapper;
using Slipway.Protocol.Launches;
using Slipway.Server.Tests.Contract;
using Slipway.Server.Tests.Proofs;

namespace Slipway.Server.Tests.Launches;

/// <summary>An environment whose builds are launched through its deployment controller only, whatever the database.</summary>
public abstract class GateConformance : IAsyncLifetime
{
    private ContractService _contract = null!;
    private TestMachine _controller = null!;
    private TestMachine _frontEnd = null!;

    private TestService Service => _contract.Service;

    private string Environment => $"/api/v1/environments/{_contract.Environment}";

    public async ValueTask InitializeAsync()
    {
        _contract = await ContractService.StartAsync(NewDatabase());
        await Service.Admin.PatchAsync(Environment, new { launchPolicy = "ControllerOnly" }, HttpStatusCode.BadRequest);
        _frontEnd = await TestMachine.EnrolAsync(Service, _contract.Environment, "fe-02", "FrontEnd");
        await Service.Admin.PatchAsync(Environment, new { launchPolicy = "ControllerOnly" }, HttpStatusCode.BadRequest);
        _controller = await TestMachine.EnrolAsync(Service, _contract.Environment, "ctl-01", "FrontEnd", "DeploymentController");
        await Service.Admin.PatchAsync(Environment, new { launchPolicy = "ControllerOnly", internalAddress = "ctl-01.example.com" });
    }

    public async ValueTask DisposeAsync()
    {
        _controller.Dispose();
        _frontEnd.Dispose();
        await _contract.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Launches_go_through_the_controller_and_everything_else_is_told_the_way()
    {
        var app = new SampleApp();
        using var controller = _controller.Client(Service.AdminToken, null, ("Slipway-Channel", "ide"), ("Slipway-Person", "Zo%C3%AB"));
        using var frontEnd = _frontEnd.Client(Service.AdminToken, null, ("Slipway-Channel", "Console"));
        var direct = await Service.Admin.PostAsync("/api/v1/launches", app.Request with { Channel = "CLI" }, HttpStatusCode.Forbidden);
        Assert.Equal("SLW-ENV-20001", direct.Text("errorCode"));
        Assert.Contains("only through ctl-01 (ctl-01.example.com). This launch came from 127.0.0.1 without the proof of a server, on the channel CLI.", direct.Text("detail"), StringComparison.Ordinal);
        var wrong = await frontEnd.PostAsync("/api/v1/launches", app.Request, HttpStatusCode.Forbidden);
        Assert.Contains("through fe-02, which has the role FrontEnd, on the channel Console", wrong.Text("detail"), StringComparison.Ordinal);
        var launched = await app.LaunchAsync(controller);
        var build = await Service.Admin.GetAsync($"/api/v1/builds/{launched.Builds[0].Key}", HttpStatusCode.OK);
        Assert.Equal(("IDE", "person:Zoë", "ctl-01", _controller.Id), (build.Text("channel"), build.Text("requestedBy"), build.Text("requestedThrough"), build.Text("requestedThroughKey")));
        await JudgeHistoryAsync();
    }

    [Fact]
    public async Task The_contract_and_a_retry_are_held_to_the_same_policy()
    {
        await _contract.PatchAsync("android", new { });
        var about = new { environmentKey = _contract.Environment, applicationKey = _contract.Application, buildKey = _contract.BuildKey, mobilePlatform = "Android" };
        using var controller = _controller.Client(Service.AdminToken);
        using var frontEnd = _frontEnd.Client(Service.AdminToken);
        const string Operations = ContractService.Prefix + "/build-operations";
        foreach (var client in new[] { Service.Admin, frontEnd })
            Assert.Equal("SLW-ENV-20001", (await client.PostAsync(Operations, about, HttpStatusCode.Forbidden)).Text("errorCode"));
        var build = (await controller.PostAsync(Operations, about)).Text("key");
        await Service.Admin.PostAsync($"/api/v1/builds/{build}/cancel", new { }, HttpStatusCode.OK);
        foreach (var client in new[] { Service.Admin, frontEnd })
            Assert.Equal("SLW-ENV-20001", (await client.PostAsync($"/api/v1/builds/{build}/retry", new { }, HttpStatusCode.Forbidden)).Text("errorCode"));
        var again = await controller.PostAsync($"/api/v1/builds/{build}/retry", new { });
        Assert.Equal(("API", "ctl-01"), (again.Text("channel"), again.Text("requestedThrough")));
        Assert.Equal(2, await _contract.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM builds")));
    }

    [Fact]
    public async Task What_a_caller_says_of_a_person_is_not_believed_without_a_proof()
    {
        await Service.Admin.PatchAsync(Environment, new { launchPolicy = "AnyFrontEnd" });
        using var caller = Service.Client(Service.AdminToken);
        caller.DefaultRequestHeaders.Add("Slipway-Person", "director");
        caller.DefaultRequestHeaders.Add("Slipway-Channel", "Console");
        var launched = await new SampleApp().LaunchAsync(caller);
        var build = await Service.Admin.GetAsync($"/api/v1/builds/{launched.Builds[0].Key}", HttpStatusCode.OK);
        Assert.StartsWith("token:", build.Text("requestedBy"), StringComparison.Ordinal);
        Assert.Equal(("Console", ""), (build.Text("channel"), build.Text("requestedThrough")));
    }

    [Fact]
    public async Task Another_environments_controller_and_one_that_was_removed_launch_nothing()
    {
        var other = (await Service.Admin.PostAsync("/api/v1/environments", new { name = "Quality" })).Text("key");
        using var elsewhere = await TestMachine.EnrolAsync(Service, other, "ctl-02", "FrontEnd", "DeploymentController");
        using var stranger = elsewhere.Client(Service.AdminToken);
        var refused = await stranger.PostAsync("/api/v1/launches", new SampleApp().Request, HttpStatusCode.Forbidden);
        Assert.Contains("through ctl-02, a server of another environment", refused.Text("detail"), StringComparison.Ordinal);
        await Service.Admin.DeleteAsync(_controller.Path, HttpStatusCode.NoContent);
        using var removed = _controller.Client(Service.AdminToken);
        Assert.Equal("SLW-ENV-20003", (await removed.PostAsync("/api/v1/launches", new SampleApp().Request, HttpStatusCode.Forbidden)).Text("errorCode"));
        Assert.Contains("and none is enrolled", (await Service.Admin.PostAsync("/api/v1/launches", new SampleApp().Request, HttpStatusCode.Forbidden)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_can_be_kept_by_anybody_because_that_launches_nothing()
    {
        var kept = await new SampleApp().LaunchAsync(Service.Admin, new SampleApp().Request with { Platforms = [] });
        Assert.Empty(kept.Builds);
        await Service.Admin.PostAsync("/api/v1/launches", new LaunchRequest { Application = "Notes", Platforms = [Protocol.Builds.MobilePlatform.Android], BuildKey = kept.BuildKey }, HttpStatusCode.Forbidden);
    }

    /// <summary>Address of a database; null for SQLite.</summary>
    protected abstract string? NewDatabase();

    private async Task JudgeHistoryAsync()
    {
        var counts = (await Service.Admin.GetAsync($"{Environment}/launches?days=1", HttpStatusCode.OK)).GetProperty("launches").EnumerateArray();
        Assert.Equal(
            ["IDE|ctl-01|False|1", "CLI||True|1", "Console|fe-02|True|1"],
            counts.Select(count => $"{count.Text("channel")}|{count.Text("serverName")}|{count.Text("refused")}|{count.Text("count")}"));
        var trail = (await Service.Admin.GetAsync("/api/v1/audit?limit=100", HttpStatusCode.OK)).GetProperty("results").EnumerateArray().Where(entry => entry.Text("action") == "build.refuse").ToList();
        Assert.Equal(["fe-02", ""], trail.Select(entry => entry.GetProperty("details").Text("server")));
        var conditions = (await Service.Admin.GetAsync(Environment, HttpStatusCode.OK)).GetProperty("conditions").EnumerateArray().ToDictionary(c => c.Text("name"), c => c.GetProperty("holds").ValueKind);
        Assert.Equal(
            [JsonValueKind.True, JsonValueKind.True, JsonValueKind.True, JsonValueKind.False],
            new[] { "controller-is-front-end", "internal-address", "ide-launches", "console-launches" }.Select(name => conditions[name]));
    }
}
