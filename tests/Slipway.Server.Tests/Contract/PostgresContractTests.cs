using System.Net;
using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;
using Slipway.Server.Builds;
using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Contract;

/// <summary>Every operation of the contract, which is tested on SQLite elsewhere, once on PostgreSQL.</summary>
[Collection<PostgresCollection>]
public sealed class PostgresContractTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ContractService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ContractService.StartAsync(postgres.Cluster.CreateDatabase());

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Configurations_and_settings_are_kept_changed_and_shown()
    {
        foreach (var type in new[] { "Debug", "Release" })
            await _service.PatchAsync("android", new { buildType = new { value = type }, keystorePassword = new { value = "secret" } });
        await _service.PatchAsync("ios", new { buildType = new { value = "Simulator" } });
        Assert.Equal("Release", (await _service.GetAsync(_service.ConfigurationPath("android"))).GetProperty("buildType").Text("value"));
        Assert.Equal("Simulator", (await _service.GetAsync(_service.ConfigurationPath("ios"))).GetProperty("buildType").Text("value"));
        foreach (var value in new[] { "one", "two" })
            await _service.PatchAsync("extensibility-settings", new { settings = new[] { new { key = "Key", value, metadata = new[] { new { key = "isSecret", value = "true" } } } } });
        var settings = await _service.GetAsync(_service.ConfigurationPath("extensibility-settings"));
        Assert.True(Assert.Single(settings.GetProperty("settings").EnumerateArray()).GetProperty("isSecret").GetBoolean());
    }

    [Fact]
    public async Task Builds_start_are_listed_and_judged()
    {
        await _service.PatchAsync("android", new { });
        var revision = await _service.AddRevisionAsync(RevisionKind.Folder, ("config.xml", "settings"), ("index.html", "page"));
        var about = new { environmentKey = _service.Environment, applicationKey = _service.Application, buildKey = revision, mobilePlatform = "Android" };
        var asked = new { environmentKey = _service.Environment, applicationKey = _service.Application };
        Assert.Equal("1", (await SuggestAsync(asked)).Text("mobileVersionCode"));
        var build = await _service.CallAsync(HttpMethod.Post, "/build-operations", about, HttpStatusCode.Created);
        Assert.Equal("2", (await SuggestAsync(asked)).Text("mobileVersionCode"));
        Assert.Equal(build.GetRawText(), (await _service.GetAsync($"/build-operations/{build.Text("key")}")).GetRawText());
        var list = await _service.GetAsync($"/build-operations?environmentKey={_service.Environment}&applicationKey={_service.Application}&mobilePlatform=Android&status=Waiting&revision={build.Text("revision")}&limit=1");
        Assert.Equal(1, list.GetProperty("page").GetProperty("totalResults").GetInt32());
        Assert.Empty((await _service.GetAsync($"/build-operations/{build.Text("key")}/log-messages")).GetProperty("results").EnumerateArray());
        Assert.Equal("NativeBuildNeeded", await JudgeAsync(about));
        await _service.AddBuildAsync(new BuildFixture
        {
            BuildKey = revision,
            Outcome = new RecordedOutcome { Facts = new BuildFacts("org.example.notes", "Notes", "1.0.0", 1, MobileBuildType.Debug, ["config.xml"]) }.ToJson(),
            CreatedAt = 2_000_000_000_000,
        });
        Assert.Equal("NativeBuildNotNeeded", await JudgeAsync(about));
        Assert.NotEmpty((await _service.GetAsync("/native-builder-versions")).GetProperty("results").EnumerateArray());
    }

    private async Task<JsonElement> SuggestAsync(object body) => (await _service.CallAsync(HttpMethod.Post, "/build-operations/version-suggestions", body)).GetProperty("Android");

    private async Task<string> JudgeAsync(object body) =>
        (await _service.CallAsync(HttpMethod.Post, "/build-operations/native-build-validation", body)).GetProperty("platformResults").Text("Android");
}
