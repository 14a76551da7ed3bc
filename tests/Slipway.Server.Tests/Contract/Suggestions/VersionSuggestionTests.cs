using System.Net;
using System.Text.Json;

namespace Slipway.Server.Tests.Contract.Suggestions;

public sealed class VersionSuggestionTests : IAsyncLifetime
{
    private const string Path = "/build-operations/version-suggestions";

    private ContractService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ContractService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task The_next_version_follows_the_builds_of_its_platform()
    {
        await _service.AddBuildAsync(new BuildFixture { VersionNumber = "1.4.1", VersionCode = 70, CreatedAt = 1 });
        await _service.AddBuildAsync(new BuildFixture { VersionNumber = "1.4.2", VersionCode = 12, CreatedAt = 2, State = "Queued", Status = "Waiting" });
        await _service.AddBuildAsync(new BuildFixture { VersionNumber = "9.9.9", VersionCode = 99, CreatedAt = 3, State = "Failed", Status = "Error" });
        var suggestions = await AskAsync(null);
        Assert.Equal("""{"mobileVersionNumber":"1.4.3","mobileVersionCode":71,"mobilePlatform":"Android"}""", suggestions.GetProperty("Android").GetRawText());
        Assert.Equal("""{"mobileVersionNumber":"1.0.0","mobileVersionCode":1,"mobilePlatform":"iOS"}""", suggestions.GetProperty("iOS").GetRawText());
    }

    [Fact]
    public async Task Only_the_platform_that_was_asked_about_is_answered()
    {
        var suggestions = await AskAsync("iOS");
        Assert.Equal(["iOS"], suggestions.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task A_code_never_grows_beyond_what_Android_takes()
    {
        await _service.AddBuildAsync(new BuildFixture { VersionCode = 2_100_000_000 });
        Assert.Equal("2100000000", (await AskAsync("Android")).GetProperty("Android").Text("mobileVersionCode"));
    }

    [Fact]
    public async Task Keys_must_be_given_and_known()
    {
        await _service.CallAsync(HttpMethod.Post, Path, new { applicationKey = _service.Application }, HttpStatusCode.BadRequest);
        await _service.CallAsync(HttpMethod.Post, Path, new { environmentKey = _service.Environment, applicationKey = Guid.NewGuid() }, HttpStatusCode.NotFound);
        await _service.CallAsync(HttpMethod.Post, Path, new { environmentKey = Guid.NewGuid(), applicationKey = _service.Application }, HttpStatusCode.NotFound);
    }

    private Task<JsonElement> AskAsync(string? platform) =>
        _service.CallAsync(HttpMethod.Post, Path, new { environmentKey = _service.Environment, applicationKey = _service.Application, mobilePlatform = platform });
}
