using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;
using Slipway.Server.Retention;
using Slipway.Server.Store;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Queue;
using Slipway.Server.Tests.Workers;

namespace Slipway.Server.Tests.Blobs;

/// <summary>What else is tested on SQLite, once from end to end on PostgreSQL, where transactions really run at once.</summary>
[Collection<PostgresCollection>]
public sealed class PostgresContentTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const long Day = 86_400_000;
    private readonly SampleApp _app = new([.. Enumerable.Range(0, 60).Select(i => ($"{i}.js", $"file {i}"))]);
    private TestService _service = null!;
    private Database _database = null!;

    public async ValueTask InitializeAsync()
    {
        var address = postgres.Cluster.CreateDatabase();
        _service = await TestService.StartAsync(options => options with { Database = address });
        _database = _service.App.Services.GetRequiredService<Database>();
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Launches_of_one_app_at_once_make_one_revision_and_one_copy_of_each_content()
    {
        var pack = LaunchPackTests.Pack(_app.Request, _app.Manifest.Files.Select(file => _app.Content(file.Sha256)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var body = new ByteArrayContent(pack);
            body.Headers.TryAddWithoutValidation("Content-Type", "application/vnd.slipway.launch-pack");
            using var answer = await _service.Admin.PostAsync("/api/v1/launches", body);
            Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
            return (await answer.Content.ReadFromJsonAsync<LaunchAnswer>())!;
        }));
        Assert.Single(answers.Select(answer => answer.BuildKey).Distinct());
        Assert.Equal(8, answers.SelectMany(answer => answer.Builds).Select(build => build.Key).Distinct().Count());
        Assert.Equal(61, (await StoredBlobs.ListAsync(_service)).Count);
    }

    [Fact]
    public async Task Launches_with_one_key_at_once_are_one_launch()
    {
        await _app.LaunchAsync(_service.Admin);
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/launches") { Content = JsonContent.Create(_app.Request) };
            message.Headers.Add("Idempotency-Key", "once");
            using var answer = await _service.Admin.SendAsync(message);
            return (await answer.Content.ReadFromJsonAsync<LaunchAnswer>())!.Builds.Single().Key;
        }));
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task Pieces_at_once_make_up_the_content()
    {
        var content = new byte[200_000];
        Random.Shared.NextBytes(content);
        var hash = SampleApp.Hash(content);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            using var piece = new ByteArrayContent(content, i * 10_000, 10_000);
            piece.Headers.ContentRange = new ContentRangeHeaderValue(i * 10_000, (i * 10_000) + 9_999, content.Length);
            using var answer = await _service.Admin.PutAsync($"/api/v1/blobs/{hash}", piece);
            return answer.StatusCode;
        }));
        Assert.Contains(HttpStatusCode.Created, answers);
        Assert.Equal(content, await StoredBlobs.ReadAsync(_service, hash));
        Assert.Single(await StoredBlobs.ListAsync(_service));
    }

    [Fact]
    public async Task Uploads_at_once_never_take_more_than_the_quota()
    {
        await _database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE organisations SET storage_quota = 55000", transaction: t));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            var content = new byte[10_000];
            content[0] = (byte)i;
            using var answer = await SampleApp.PutAsync(_service.Admin, SampleApp.Hash(content), content);
            return answer.StatusCode;
        }));
        Assert.Equal((5, 7), (answers.Count(status => status == HttpStatusCode.Created), answers.Count(status => status == HttpStatusCode.Forbidden)));
        Assert.Equal(5, (await StoredBlobs.ListAsync(_service)).Count);
    }

    [Fact]
    public async Task A_build_ends_with_an_artifact_and_goes_when_its_time_has_come()
    {
        var launch = await _app.LaunchAsync(_service.Admin);
        using var worker = await TestWorker.JoinAsync(_service);
        var job = (await worker.ClaimAsync())!;
        byte[] package = [1, 2, 3, 4];
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/leases/{job.Build}/{job.Attempt}/artifacts/binary/app.apk") { Content = new ByteArrayContent(package) };
        message.Headers.TryAddWithoutValidation("X-Sha256", SampleApp.Hash(package));
        (await worker.Client.SendAsync(message)).Dispose();
        await worker.PostAsync(job, "complete", TestQueue.Success("") with { Artifacts = [new CompletedArtifact("binary", "app.apk", 4, SampleApp.Hash(package))] });
        var build = (await _service.Admin.GetFromJsonAsync<BuildDescription>($"/api/v1/builds/{launch.Builds[0].Key}"))!;
        Assert.Equal(package, await _service.Admin.GetByteArrayAsync(build.Artifacts.Single().Url));
        await _database.WriteAsync((c, t) => c.ExecuteAsync($"UPDATE builds SET finished_at = finished_at - {91 * Day}; UPDATE blobs SET touched_at = touched_at - {2 * Day}", transaction: t));
        var report = await _service.App.Services.GetRequiredService<RetentionRun>().RunAsync(CancellationToken.None);
        Assert.Equal((1, 0, 0), (report.Builds, report.Blobs, report.Missing.Count));
        Assert.Equal(61, (await StoredBlobs.ListAsync(_service)).Count);
        Assert.True(await new ExclusiveTasks(_database).TryBeginAsync("test", TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.False(await new ExclusiveTasks(_database).TryBeginAsync("test", TimeSpan.FromMinutes(1), CancellationToken.None));
    }
}
