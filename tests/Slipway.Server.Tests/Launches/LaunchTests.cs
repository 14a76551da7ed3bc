using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Launches;

public sealed class LaunchTests
{
    private readonly SampleApp _app = new();

    [Fact]
    public async Task A_cold_launch_tells_what_is_missing_and_starts_once_that_is_there()
    {
        await using var service = await TestService.StartAsync();
        var first = await SampleApp.SendAsync(service.Admin, _app.Request);
        Assert.Equal("Incomplete", first.State);
        Assert.Equal(_app.Manifest.Files.Select(file => file.Sha256).Order(), first.Missing.Order());
        var second = await _app.LaunchAsync(service.Admin);
        Assert.Equal("Started", second.State);
        Assert.Equal(1, second.Revision);
        Assert.Equal(MobilePlatform.Android, Assert.Single(second.Builds).Platform);
    }

    [Fact]
    public async Task The_same_files_again_are_the_same_revision_and_others_the_next()
    {
        await using var service = await TestService.StartAsync();
        var first = await _app.LaunchAsync(service.Admin);
        var again = await SampleApp.SendAsync(service.Admin, _app.Request with { Platforms = [MobilePlatform.Android, MobilePlatform.Ios] });
        Assert.Equal(first.BuildKey, again.BuildKey);
        Assert.Equal(2, again.Builds.Count);
        var other = await new SampleApp(("index.html", "<h1>Other</h1>")).LaunchAsync(service.Admin);
        Assert.Equal(2, other.Revision);
        Assert.NotEqual(first.BuildKey, other.BuildKey);
        var named = await SampleApp.SendAsync(service.Admin, _app.Request with { Revision = null, BuildKey = first.BuildKey });
        Assert.Equal(1, named.Revision);
    }

    [Fact]
    public async Task The_files_of_a_revision_can_be_read_back()
    {
        await using var service = await TestService.StartAsync();
        var launch = await _app.LaunchAsync(service.Admin);
        var manifest = await service.Admin.GetFromJsonAsync<RevisionManifest>($"/api/v1/revisions/{launch.BuildKey}/files");
        Assert.Equal(_app.Manifest.Files, manifest!.Files);
        var revisions = await service.Admin.GetFromJsonAsync<JsonElement>($"/api/v1/applications/{launch.ApplicationKey}/revisions");
        Assert.Equal(2, Assert.Single(revisions.EnumerateArray()).GetProperty("fileCount").GetInt32());
    }

    [Fact]
    public async Task A_launch_leaves_rows_of_builds_and_of_the_trail()
    {
        await using var service = await TestService.StartAsync();
        var launch = await _app.LaunchAsync(service.Admin);
        var database = service.App.Services.GetRequiredService<Database>();
        var build = await database.ReadAsync(c => c.QuerySingleAsync<(string State, string Status, long Attempt)>("SELECT state, status, attempt FROM builds WHERE key = @key", new { key = launch.Builds[0].Key.ToString() }));
        Assert.Equal(("Queued", "Waiting", 0L), build);
        var actions = await database.ReadAsync(c => c.QueryAsync<string>("SELECT action FROM audit ORDER BY id"));
        Assert.Equal(["application.create", "credential.add", "build.launch"], actions);
    }

    [Fact]
    public async Task A_launch_that_makes_no_sense_is_refused_with_all_its_faults()
    {
        await using var service = await TestService.StartAsync();
        var request = _app.Request with { Platforms = [MobilePlatform.Ios, MobilePlatform.Ios], Type = "huge", Priority = 11, Channel = "Fax" };
        using var answer = await service.Admin.PostAsJsonAsync("/api/v1/launches", request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["platforms", "type", "priority", "channel"], problem.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("where").GetString()));
    }

    [Theory]
    [InlineData(50, 200, "")]
    [InlineData(51, 1, "options.include")]
    [InlineData(1, 201, "options.include")]
    [InlineData(1, 0, "options.include")]
    public async Task Patterns_of_files_to_include_are_few_and_short(int count, int length, string fault)
    {
        await using var service = await TestService.StartAsync();
        var request = _app.Request with { Options = new LaunchOptions { Include = [.. Enumerable.Repeat(new string('a', length), count)] } };
        using var answer = await service.Admin.PostAsJsonAsync("/api/v1/launches", request);
        var problem = await answer.Content.ReadAsStringAsync();
        Assert.Equal(fault.Length == 0, answer.IsSuccessStatusCode);
        Assert.Contains(fault, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_without_a_platform_are_kept_and_nothing_is_built()
    {
        await using var service = await TestService.StartAsync();
        var launch = await _app.LaunchAsync(service.Admin, _app.Request with { Platforms = [] });
        Assert.Equal(1, launch.Revision);
        Assert.Empty(launch.Builds);
        var later = await SampleApp.SendAsync(service.Admin, _app.Request with { Revision = null, BuildKey = launch.BuildKey, Application = launch.ApplicationKey.ToString()! });
        Assert.Equal(launch.BuildKey, later.BuildKey);
        Assert.NotEmpty(later.Builds);
    }

    [Fact]
    public async Task A_size_in_the_list_that_is_not_the_contents_is_refused()
    {
        await using var service = await TestService.StartAsync();
        await _app.LaunchAsync(service.Admin);
        var lie = _app.Manifest with { Files = [.. _app.Manifest.Files.Select(file => file with { Size = file.Size + 1 })] };
        using var answer = await service.Admin.PostAsJsonAsync("/api/v1/launches", _app.Request with { Revision = lie });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Many_organisations_take_turns()
    {
        await using var service = await TestService.StartAsync();
        for (var i = 0; i < 3; i++)
            await _app.LaunchAsync(service.Admin);
        var database = service.App.Services.GetRequiredService<Database>();
        var turns = await database.ReadAsync(c => c.QueryAsync<long>("SELECT turn FROM builds ORDER BY created_at, key"));
        Assert.Equal([0L, 1, 2], turns);
    }
}
