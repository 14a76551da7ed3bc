using System.Net;
using System.Text.Json;
using Dapper;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Tests.Contract.Operations;

public sealed class BuildOperationTests : IAsyncLifetime
{
    private ContractService _service = null!;

    public async ValueTask InitializeAsync() => _service = await ContractService.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_build_is_told_in_the_words_of_the_contract()
    {
        var key = await _service.AddBuildAsync(new BuildFixture { Platform = MobilePlatform.Ios, BuildType = MobileBuildType.Adhoc, VersionNumber = "2.1.0", VersionCode = 7, FinishedAt = 1_005_000 });
        var build = await _service.GetAsync($"/build-operations/{key}");
        Assert.Equal(key, build.GetProperty("key").GetString());
        Assert.Equal(_service.Application, build.GetProperty("applicationKey").GetString());
        Assert.Equal(_service.BuildKey, build.GetProperty("buildKey").GetString());
        Assert.Equal("iOS", build.GetProperty("mobilePlatform").GetString());
        Assert.Equal("Adhoc", build.GetProperty("buildType").GetString());
        Assert.Equal("Cordova", build.GetProperty("mobileFramework").GetString());
        Assert.Equal("Finished", build.GetProperty("status").GetString());
        Assert.Equal("2.1.0", build.GetProperty("mobileVersionNumber").GetString());
        Assert.Equal(7, build.GetProperty("mobileVersionCode").GetInt32());
        Assert.Equal("1970-01-01T00:16:40+00:00", build.GetProperty("startedDateTime").GetString());
        Assert.Equal("1970-01-01T00:16:45+00:00", build.GetProperty("finishedDateTime").GetString());
        Assert.Equal("Unused", build.GetProperty("appShieldUsage").GetString());
        Assert.Equal("someone", build.GetProperty("requestingUserKey").GetString());
        Assert.True(build.GetProperty("isNativeBuilderVersionLocked").GetBoolean());
        Assert.Equal(JsonValueKind.Null, build.GetProperty("estimatedFinishDateTime").ValueKind);
    }

    [Fact]
    public async Task A_build_of_another_organisation_is_not_there()
    {
        var key = await _service.AddBuildAsync(new BuildFixture());
        using var stranger = await _service.StrangerAsync();
        foreach (var path in new[] { $"/build-operations/{key}", $"/build-operations/{key}/log-messages" })
        {
            using var answer = await ContractService.SendAsync(stranger, HttpMethod.Get, path);
            Assert.Equal((HttpStatusCode.NotFound, "SLW-SRV-40401"), (answer.StatusCode, await ContractService.CodeAsync(answer)));
        }

        using var list = await ContractService.SendAsync(stranger, HttpMethod.Get, "/build-operations");
        Assert.Contains("\"totalResults\":0", await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mobilePlatform=iOS", 1)]
    [InlineData("mobilePlatform=android", 3)]
    [InlineData("status=Waiting", 1)]
    [InlineData("revision=2", 1)]
    [InlineData("revision=2&mobilePlatform=iOS", 0)]
    [InlineData("applicationKey=01234567-89ab-7def-8123-456789abcdef", 0)]
    [InlineData("environmentKey=01234567-89ab-7def-8123-456789abcdef", 0)]
    [InlineData("", 4)]
    public async Task A_list_is_filtered(string query, int count)
    {
        await _service.AddBuildAsync(new BuildFixture { Platform = MobilePlatform.Ios });
        await _service.AddBuildAsync(new BuildFixture { Status = "Waiting", State = "Queued" });
        await _service.AddBuildAsync(new BuildFixture { Revision = 2 });
        await _service.AddBuildAsync(new BuildFixture());
        var list = await _service.GetAsync($"/build-operations?{query}");
        Assert.Equal(count, list.GetProperty("results").GetArrayLength());
        Assert.Equal(count, list.GetProperty("page").GetProperty("totalResults").GetInt32());
    }

    [Fact]
    public async Task A_list_has_pages_with_the_newest_first()
    {
        for (var code = 1; code <= 5; code++)
            await _service.AddBuildAsync(new BuildFixture { VersionCode = code, CreatedAt = code });
        var page = await _service.GetAsync("/build-operations?offset=0&limit=2");
        Assert.Equal([5, 4], Codes(page));
        Assert.Equal("""{"count":2,"limit":2,"offset":0,"nextPageOffset":2,"totalResults":5,"totalPages":3}""", page.GetProperty("page").GetRawText());
        page = await _service.GetAsync("/build-operations?offset=4&limit=2");
        Assert.Equal([1], Codes(page));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("page").GetProperty("nextPageOffset").ValueKind);
        page = await _service.GetAsync("/build-operations?offset=2000000000&limit=100");
        Assert.Equal([], Codes(page));

        static IEnumerable<int> Codes(JsonElement page) => page.GetProperty("results").EnumerateArray().Select(b => b.GetProperty("mobileVersionCode").GetInt32());
    }

    [Theory]
    [InlineData("?limit=0", "SLW-SRV-40002")]
    [InlineData("?limit=101", "SLW-SRV-40002")]
    [InlineData("?offset=-1", "SLW-SRV-40002")]
    [InlineData("?limit=many", "SLW-SRV-40001")]
    [InlineData("?status=Lost", "SLW-SRV-40001")]
    [InlineData("?status=1", "SLW-SRV-40001")]
    [InlineData("?environmentKey=here", "SLW-SRV-40001")]
    [InlineData("/not-a-key", "SLW-SRV-40001")]
    public async Task What_makes_no_sense_is_refused(string path, string code)
    {
        using var answer = await _service.SendAsync(HttpMethod.Get, "/build-operations" + path);
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, await ContractService.CodeAsync(answer)));
    }

    [Fact]
    public async Task Messages_come_in_their_order_and_pages()
    {
        var key = await _service.AddBuildAsync(new BuildFixture());
        foreach (var (seq, severity, code, stage) in new (int, string, string?, string?)[] { (1, "Notice", null, "read"), (2, "Warning", "SLW-PRJ-40001", null), (3, "Error", "SLW-SIG-40003", "sign") })
        {
            await _service.ExecuteAsync(
                "INSERT INTO build_messages (build, seq, at, attempt, severity, code, stage, message) VALUES (@key, @seq, 1000, 1, @severity, @code, @stage, 'line ' || @seq)",
                new { key, seq, severity, code, stage });
        }

        var page = await _service.GetAsync($"/build-operations/{key}/log-messages?limit=2&environmentKey={_service.Environment}");
        Assert.Equal(
            """[{"timestamp":"1970-01-01T00:00:01+00:00","type":"read","severity":"Info","message":"line 1"},{"timestamp":"1970-01-01T00:00:01+00:00","type":"SLW-PRJ-40001","severity":"Warning","message":"line 2"}]""",
            page.GetProperty("results").GetRawText());
        page = await _service.GetAsync($"/build-operations/{key}/log-messages?limit=2&offset=2");
        Assert.Equal("""{"count":1,"limit":2,"offset":2,"nextPageOffset":3}""", page.GetProperty("page").GetRawText());
        Assert.Equal("Error", page.GetProperty("results")[0].GetProperty("severity").GetString());
        using var elsewhere = await _service.SendAsync(HttpMethod.Get, $"/build-operations/{key}/log-messages?environmentKey={Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task The_end_of_a_build_is_foretold_from_earlier_ones()
    {
        await _service.AddBuildAsync(new BuildFixture { CreatedAt = 1_000, StartedAt = 2_000, FinishedAt = 6_000 });
        var now = await _service.Database.ReadAsync(c => c.ExecuteScalarAsync<long>($"SELECT {_service.Database.Now}"));
        // Far in the future, so that the clock of the database does not matter.
        var later = now + 3_600_000;
        var running = await _service.AddBuildAsync(new BuildFixture { State = "Leased", Status = "Building", CreatedAt = later, StartedAt = later });
        var estimate = (await _service.GetAsync($"/build-operations/{running}")).GetProperty("estimatedFinishDateTime").GetDateTimeOffset();
        Assert.Equal(later + 4_000, estimate.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task The_log_has_an_address_that_needs_no_token_and_cannot_be_changed()
    {
        var key = await _service.AddBuildAsync(new BuildFixture { Status = "Error", State = "Failed", FinishedAt = 2_000_000 });
        await _service.ExecuteAsync("INSERT INTO build_messages (build, seq, at, attempt, severity, message) VALUES (@key, 1, 1000, 1, 'Error', 'It was not to be.')", new { key });
        var url = (await _service.GetAsync($"/build-operations/{key}")).Text("mobileBuildLogUrl");
        using var anybody = _service.Service.Client(null);
        Assert.Contains("It was not to be.", await anybody.GetStringAsync(url, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var other = await _service.AddBuildAsync(new BuildFixture());
        foreach (var changed in new[] { url.Replace(key, other, StringComparison.Ordinal), url.Replace("e=1", "e=2", StringComparison.Ordinal), url.Split('?')[0], $"/l/{Guid.NewGuid()}?{url.Split('?')[1]}" })
        {
            using var answer = await anybody.GetAsync(changed, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.Forbidden, "SLW-SRV-20010"), (answer.StatusCode, await ContractService.CodeAsync(answer)));
        }
    }

    [Fact]
    public async Task A_package_for_listed_devices_has_the_file_from_which_they_install_it()
    {
        var key = await _service.AddBuildAsync(new BuildFixture { Platform = MobilePlatform.Ios, BuildType = MobileBuildType.Adhoc, FinishedAt = 2_000_000 });
        await _service.ExecuteAsync(
            """
            INSERT INTO artifacts (id, organisation_id, build, attempt, kind, name, size, sha256, location, created_at, published)
            VALUES (@id, @Organisation, @key, 1, 'binary', 'notes-1.0.0-adhoc.ipa', 4, 'none', 'nowhere', 1, 1)
            """,
            new { id = Guid.CreateVersion7().ToString(), _service.Organisation, key });
        var build = await _service.GetAsync($"/build-operations/{key}");
        Assert.StartsWith(_service.Service.Address + "a/", build.Text("appBinaryDownloadUrl"), StringComparison.Ordinal);
        using var anybody = _service.Service.Client(null);
        var manifest = await anybody.GetStringAsync(build.Text("appDeploymentFileDownloadUrl"), TestContext.Current.CancellationToken);
        Assert.Contains("notes-1.0.0-adhoc.ipa", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_requests_than_a_minute_allows_are_refused_and_told_when_to_come_back()
    {
        await _service.ExecuteAsync("UPDATE organisations SET reads_per_minute = 2 WHERE id = @Organisation", new { _service.Organisation });
        using var first = await _service.SendAsync(HttpMethod.Get, "/native-builder-versions");
        using var second = await _service.SendAsync(HttpMethod.Get, "/native-builder-versions");
        using var third = await _service.SendAsync(HttpMethod.Get, "/native-builder-versions");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], [first.StatusCode, second.StatusCode, third.StatusCode]);
        Assert.Equal("SLW-SRV-42901", await ContractService.CodeAsync(third));
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        // Another operation, and another organisation, have counts of their own.
        using var another = await _service.SendAsync(HttpMethod.Get, "/build-operations");
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
        using var stranger = await _service.StrangerAsync();
        using var theirs = await ContractService.SendAsync(stranger, HttpMethod.Get, "/native-builder-versions");
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);
    }
}
