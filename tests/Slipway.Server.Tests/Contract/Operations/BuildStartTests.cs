using System.Net;
using System.Text.Json;
using Dapper;
using Slipway.Server.Launches;

namespace Slipway.Server.Tests.Contract.Operations;

public sealed class BuildStartTests : IAsyncLifetime
{
    private const string Path = "/build-operations";

    private ContractService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ContractService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_build_takes_type_identifier_and_version_from_its_configuration()
    {
        await _service.PatchAsync("android", new { appIdentifier = new { value = "org.example.other" }, buildType = new { value = "Debug" }, mobileFramework = new { value = "Capacitor" }, mabsVersion = new { value = "1.0" } });
        var build = await StartAsync(new { mobileVersionNumber = "3.0.0", mobileVersionCode = 30 });
        Assert.Equal(("Waiting", "Debug", "Capacitor", "org.example.other"), (build.Text("status"), build.Text("buildType"), build.Text("mobileFramework"), build.Text("appIdentifier")));
        Assert.Equal(("3.0.0", "30", "1.0", "True"), (build.Text("mobileVersionNumber"), build.Text("mobileVersionCode"), build.Text("nativeBuilderVersion"), build.Text("isNativeBuilderVersionLocked")));
        var row = await _service.Database.ReadAsync(c => c.QuerySingleAsync<string>("SELECT request FROM builds"));
        var options = RequestColumn.Read(row).Options;
        Assert.Equal(("org.example.other", "3.0.0", "30"), (options.Id, options.VersionName, options.VersionCode));
        Assert.Equal(build.GetRawText(), (await _service.GetAsync($"{Path}/{build.Text("key")}")).GetRawText());
    }

    [Fact]
    public async Task Without_a_version_a_build_gets_the_suggested_one()
    {
        await _service.PatchAsync("android", new { });
        var first = await StartAsync(new { });
        var second = await StartAsync(new { });
        Assert.Equal(("1.0.0", "1"), (first.Text("mobileVersionNumber"), first.Text("mobileVersionCode")));
        Assert.Equal(("1.0.1", "2", "False"), (second.Text("mobileVersionNumber"), second.Text("mobileVersionCode"), second.Text("isNativeBuilderVersionLocked")));
    }

    [Fact]
    public async Task A_revision_can_be_named_by_its_number_alone()
    {
        await _service.PatchAsync("android", new { });
        var build = await _service.CallAsync(HttpMethod.Post, Path, Request(new { buildKey = (string?)null, revision = 1 }), HttpStatusCode.Created);
        Assert.Equal(_service.BuildKey, build.Text("buildKey"));
    }

    [Theory]
    [InlineData("""{ "revision": 2 }""", HttpStatusCode.NotFound)]
    [InlineData("""{ "buildKey": "01234567-89ab-7def-8123-456789abcdef" }""", HttpStatusCode.NotFound)]
    [InlineData("""{ "buildKey": null }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "mobilePlatform": null }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "mobilePlatform": "Windows" }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "mobilePlatform": "iOS" }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "environmentKey": null }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "applicationKey": "01234567-89ab-7def-8123-456789abcdef" }""", HttpStatusCode.NotFound)]
    [InlineData("""{ "mobileVersionNumber": "1.4" }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "mobileVersionCode": 0 }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "mobileVersionCode": 2100000001 }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "mobileVersionCode": "7" }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "priority": 7 }""", HttpStatusCode.BadRequest)]
    public async Task A_build_that_cannot_be_is_refused(string change, HttpStatusCode status)
    {
        await _service.PatchAsync("android", new { });
        await _service.CallAsync(HttpMethod.Post, Path, Request(JsonSerializer.Deserialize<JsonElement>(change)), status);
        Assert.Equal(0, await _service.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM builds")));
    }

    [Fact]
    public async Task A_release_without_a_keystore_is_refused_before_it_waits()
    {
        await _service.PatchAsync("android", new { buildType = new { value = "Release" } });
        var problem = await _service.CallAsync(HttpMethod.Post, Path, Request(new { }), HttpStatusCode.BadRequest);
        Assert.Equal("credentials.keystore", problem.GetProperty("problems")[0].Text("where"));
    }

    [Fact]
    public async Task A_request_without_a_body_is_malformed()
    {
        using var answer = await _service.SendAsync(HttpMethod.Post, Path);
        Assert.Equal((HttpStatusCode.BadRequest, "SLW-SRV-40001"), (answer.StatusCode, await ContractService.CodeAsync(answer)));
    }

    // Clients that were generated write the names of values as their own language has them.
    [Fact]
    public async Task Names_of_platforms_are_taken_in_any_case()
    {
        await _service.PatchAsync("ios", new { buildType = new { value = "Simulator" } });
        var build = await StartAsync(new { mobilePlatform = "IOS" });
        Assert.Equal("iOS", build.Text("mobilePlatform"));
    }

    private Task<JsonElement> StartAsync(object change) => _service.CallAsync(HttpMethod.Post, Path, Request(change), HttpStatusCode.Created);

    private Dictionary<string, object?> Request(object change)
    {
        var request = new Dictionary<string, object?>
        {
            ["buildKey"] = _service.BuildKey,
            ["mobilePlatform"] = "Android",
            ["environmentKey"] = _service.Environment,
            ["applicationKey"] = _service.Application,
        };
        foreach (var property in JsonSerializer.SerializeToElement(change).EnumerateObject())
            request[property.Name] = property.Value;
        return request;
    }
}
