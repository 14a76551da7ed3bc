using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;
using Slipway.Server.Builds;

namespace Slipway.Server.Tests.Contract.Validation;

public sealed class NativeBuildValidationTests : IAsyncLifetime
{
    private static readonly (string, string)[] Files = [("config.xml", "settings"), ("icon.png", "icon"), ("www/index.html", "page")];

    private ContractService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ContractService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Without_a_configuration_nothing_can_be_built() => Assert.Equal("MissingConfiguration", await JudgeAsync(await _service.AddRevisionAsync(RevisionKind.Folder, Files)));

    [Fact]
    public async Task Without_a_package_one_is_needed()
    {
        await _service.PatchAsync("android", new { });
        Assert.Equal("NativeBuildNeeded", await JudgeAsync(await _service.AddRevisionAsync(RevisionKind.Folder, Files)));
    }

    [Fact]
    public async Task A_release_that_nothing_can_sign_lacks_its_configuration()
    {
        await _service.PatchAsync("android", new { buildType = new { value = "Bundle" } });
        Assert.Equal("MissingConfiguration", await JudgeAsync(await _service.AddRevisionAsync(RevisionKind.Folder, Files)));
    }

    [Fact]
    public async Task Both_platforms_are_judged_when_none_is_named()
    {
        await _service.PatchAsync("ios", new { buildType = new { value = "Simulator" } });
        var results = (await AskAsync(await _service.AddRevisionAsync(RevisionKind.Folder, Files), null)).GetProperty("platformResults");
        Assert.Equal("""{"Android":"MissingConfiguration","iOS":"NativeBuildNeeded"}""", results.GetRawText());
    }

    [Theory]
    [InlineData("www/index.html", "other page", "NativeBuildNotNeeded", null)]
    [InlineData("www/new.html", "new page", "NativeBuildNotNeeded", null)]
    [InlineData("www/index.html", null, "NativeBuildNotNeeded", null)]
    [InlineData("config.xml", "other settings", "NativeBuildNeeded", "config.xml has changed.")]
    [InlineData("icon.png", null, "NativeBuildNeeded", "icon.png is gone.")]
    [InlineData("capacitor.config.json", "{}", "NativeBuildNeeded", "capacitor.config.json is new.")]
    public async Task Files_decide_whether_a_package_is_needed(string path, string? text, string result, string? reason)
    {
        await _service.PatchAsync("android", new { });
        await BuiltAsync(await _service.AddRevisionAsync(RevisionKind.Folder, Files));
        var files = Files.Where(f => f.Item1 != path).ToList();
        var revision = await _service.AddRevisionAsync(RevisionKind.Folder, text is null ? [.. files] : [.. files, (path, text)]);
        Assert.Equal(result, await JudgeAsync(revision));
        Assert.Equal(reason is null ? [] : [reason], await ReasonsAsync(revision));
    }

    [Theory]
    [InlineData("""{ "appIdentifier": { "value": "org.example.other" } }""", "The identifier of the app is org.example.other now.")]
    [InlineData("""{ "buildType": { "value": "Debug" } }""", null)]
    [InlineData("""{ "mobileFramework": { "value": "Capacitor" } }""", "The framework is Capacitor now.")]
    [InlineData("""{ "mabsVersion": { "value": "1.0" } }""", null)]
    [InlineData("""{ "mabsVersion": { "value": "Latest" } }""", null)]
    public async Task The_configuration_decides_whether_a_package_is_needed(string patch, string? reason)
    {
        await _service.PatchAsync("android", new { });
        var revision = await _service.AddRevisionAsync(RevisionKind.Folder, Files);
        await BuiltAsync(revision);
        await _service.PatchAsync("android", JsonSerializer.Deserialize<JsonElement>(patch));
        Assert.Equal(reason is null ? [] : [reason], await ReasonsAsync(revision));
    }

    [Fact]
    public async Task The_contents_of_an_archive_are_not_known()
    {
        await _service.PatchAsync("android", new { });
        await BuiltAsync(await _service.AddRevisionAsync(RevisionKind.Archive, ("app.zip", "one")));
        Assert.Equal("NativeBuildNeeded", await JudgeAsync(await _service.AddRevisionAsync(RevisionKind.Archive, ("app.zip", "two"))));
    }

    private Task BuiltAsync(string revision) => _service.AddBuildAsync(new BuildFixture
    {
        BuildKey = revision,
        BuildType = MobileBuildType.Debug,
        Outcome = new RecordedOutcome { Facts = new BuildFacts("org.example.notes", "Notes", "1.0.0", 1, MobileBuildType.Debug, ["config.xml", "icon.png"]) }.ToJson(),
    });

    private async Task<string> JudgeAsync(string revision) => (await AskAsync(revision, "Android")).GetProperty("platformResults").Text("Android");

    private Task<JsonElement> AskAsync(string revision, string? platform) => _service.CallAsync(HttpMethod.Post, "/build-operations/native-build-validation", Request(revision, platform));

    private async Task<IEnumerable<string?>> ReasonsAsync(string revision)
    {
        var answer = await _service.Service.Admin.PostAsync("/api/v1/native-build-validation", Request(revision, "Android"), System.Net.HttpStatusCode.OK);
        return answer[0].GetProperty("reasons").EnumerateArray().Select(r => r.GetString());
    }

    private object Request(string revision, string? platform) =>
        new { environmentKey = _service.Environment, applicationKey = _service.Application, buildKey = revision, mobilePlatform = platform };
}
