using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;
using Slipway.Server.Blobs;
using Slipway.Server.Retention;
using Slipway.Server.Store;
using Slipway.Server.Tests.Blobs;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Queue;
using Slipway.Server.Tests.Workers;

namespace Slipway.Server.Tests.Retention;

/// <summary>Time passes by moving the times in the rows back.</summary>
public sealed class RetentionTests : IAsyncLifetime
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;
    private readonly SampleApp _app = new();
    private TestService _service = null!;
    private Database _database = null!;
    private IBlobStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync();
        _database = _service.App.Services.GetRequiredService<Database>();
        _store = _service.App.Services.GetRequiredService<IBlobStore>();
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task What_is_young_or_in_use_stays()
    {
        await BuildAsync();
        await AgeAsync("blobs", "touched_at", 30 * Day);
        var before = await StoredBlobs.ListAsync(_store);
        Assert.True((await RunAsync()).IsEmpty);
        Assert.Equal(before.Count, (await StoredBlobs.ListAsync(_store)).Count);
    }

    [Fact]
    public async Task A_build_goes_with_its_log_and_artifacts_when_its_time_has_come()
    {
        await BuildAsync();
        await AgeAsync("builds", "finished_at", 89 * Day);
        Assert.Equal(0, (await RunAsync()).Builds);
        await AgeAsync("builds", "finished_at", 2 * Day);
        Assert.Equal(1, (await RunAsync()).Builds);
        Assert.Equal(0, await CountAsync("builds") + await CountAsync("build_messages") + await CountAsync("artifacts"));
        Assert.DoesNotContain(await StoredBlobs.ListAsync(_store), item => item.Location.Contains("/artifacts/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_revision_of_an_application_stays_and_older_ones_go_with_their_contents()
    {
        await BuildAsync();
        await new SampleApp(("index.html", "<h1>Next</h1>")).LaunchAsync(_service.Admin);
        await AgeAsync("builds", "finished_at", 100 * Day);
        await AgeAsync("revisions", "created_at", 100 * Day);
        await AgeAsync("blobs", "touched_at", 2 * Day);
        var report = await RunAsync();
        Assert.Equal((1, 1), (report.Builds, report.Revisions));
        Assert.Equal(_app.Manifest.Files.Count + 1, report.Blobs);
        Assert.Equal(2, (await StoredBlobs.ListAsync(_store)).Count);
        Assert.Equal(1, await CountAsync("revisions"));
    }

    [Fact]
    public async Task Contents_that_nobody_launched_go_after_a_day()
    {
        byte[] content = [1, 2, 3];
        using var put = await SampleApp.PutAsync(_service.Admin, SampleApp.Hash(content), content);
        Assert.Equal(0, (await RunAsync()).Blobs);
        await AgeAsync("blobs", "touched_at", Day + Hour);
        Assert.Equal(1, (await RunAsync()).Blobs);
        Assert.Empty(await StoredBlobs.ListAsync(_store));
        using var again = await SampleApp.PutAsync(_service.Admin, SampleApp.Hash(content), content);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task A_launch_keeps_what_it_names_from_being_removed()
    {
        foreach (var file in _app.Manifest.Files)
            (await SampleApp.PutAsync(_service.Admin, file.Sha256, _app.Content(file.Sha256))).Dispose();
        await AgeAsync("blobs", "touched_at", 2 * Day);
        Assert.Equal("Started", (await SampleApp.SendAsync(_service.Admin, _app.Request)).State);
        Assert.Equal(0, (await RunAsync()).Blobs);
    }

    [Fact]
    public async Task Pieces_and_artifacts_that_were_never_completed_go()
    {
        await BuildAsync(complete: false);
        using var piece = new ByteArrayContent([1]);
        piece.Headers.TryAddWithoutValidation("Content-Range", "bytes 0-0/2");
        (await _service.Admin.PutAsync($"/api/v1/blobs/{new string('a', 64)}", piece)).Dispose();
        Assert.Equal(0, (await RunAsync()).Uploads);
        await AgeAsync("blob_pieces", "created_at", Day + Hour);
        Assert.Equal(1, (await RunAsync()).Uploads);
        await _database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE builds SET state = 'Queued', lease_until = NULL", transaction: t));
        Assert.Equal(1, (await RunAsync()).Uploads);
        Assert.Equal(0, await CountAsync("artifacts"));
    }

    [Fact]
    public async Task An_object_without_a_row_goes_once_it_is_old_and_was_seen_twice()
    {
        var organisation = await _database.ReadAsync(c => c.QuerySingleAsync<string>("SELECT id FROM organisations"));
        var location = BlobLocation.ForContent(organisation, new string('a', 64));
        await _store.PutAsync(location, new MemoryStream([1]), CancellationToken.None);
        Assert.Equal(0, (await RunAsync()).Orphans + (await RunAsync()).Orphans);
        File.SetLastWriteTimeUtc(PathOf(location), DateTime.UtcNow.AddHours(-2));
        Assert.Equal(0, (await RunAsync()).Orphans);
        Assert.Equal(1, (await RunAsync()).Orphans);
        Assert.Empty(await StoredBlobs.ListAsync(_store));
    }

    [Fact]
    public async Task A_row_without_an_object_is_reported_and_stays()
    {
        await BuildAsync();
        var rows = await _database.ReadAsync(c => c.QueryAsync<string>("SELECT location FROM blobs UNION ALL SELECT location FROM artifacts"));
        foreach (var location in rows)
            File.SetLastWriteTimeUtc(PathOf(location), DateTime.UtcNow.AddHours(-4));
        await AgeAsync("blobs", "created_at", 3 * Hour);
        await AgeAsync("artifacts", "created_at", 3 * Hour);
        Assert.Empty((await RunAsync()).Missing);
        var lost = rows.Last();
        File.Delete(PathOf(lost));
        Assert.Equal([lost], (await RunAsync()).Missing);
        Assert.Equal(1, await CountAsync("artifacts"));
    }

    [Fact]
    public async Task A_fault_of_one_organisation_keeps_the_others_from_nothing()
    {
        await BuildAsync();
        using var other = await _service.OrganisationAsync("Other");
        byte[] content = [1, 2, 3];
        (await SampleApp.PutAsync(other, SampleApp.Hash(content), content)).Dispose();
        var organisations = (await _database.ReadAsync(c => c.QueryAsync<(string Id, string Name)>("SELECT id, name FROM organisations"))).ToDictionary(o => o.Name, o => o.Id);
        // Whichever comes first: ids of organisations have no order here.
        await AgeAsync("blobs", "touched_at", 2 * Day);
        var manifest = await _database.ReadAsync(c => c.QuerySingleAsync<string>("SELECT b.location FROM blobs b JOIN revisions r ON r.manifest_sha256 = b.sha256"));
        File.Delete(PathOf(manifest));
        var location = BlobLocation.ForContent(organisations["Default"], new string('a', 64));
        await _store.PutAsync(location, new MemoryStream([1]), CancellationToken.None);
        File.SetLastWriteTimeUtc(PathOf(location), DateTime.UtcNow.AddHours(-2));
        var report = await RunAsync();
        Assert.Equal((1, 1), (report.Blobs, report.Failures.Count));
        Assert.Equal(0, await _database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM blobs WHERE organisation_id = @Other", new { Other = organisations["Other"] })));
        Assert.Equal(1, (await RunAsync()).Orphans);
    }

    [Fact]
    public async Task One_server_at_a_time_keeps_the_house_clean()
    {
        var chores = new ExclusiveTasks(_database);
        Assert.True(await chores.TryBeginAsync("test", TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.False(await chores.TryBeginAsync("test", TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.True(await chores.TryBeginAsync("other", TimeSpan.FromMinutes(1), CancellationToken.None));
        await AgeAsync("chores", "until_at", Hour);
        var begun = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => chores.TryBeginAsync("test", TimeSpan.FromMinutes(1), CancellationToken.None)));
        Assert.Single(begun, won => won);
        await chores.EndAsync("test", TimeSpan.FromMinutes(-1), CancellationToken.None);
        Assert.True(await chores.TryBeginAsync("test", TimeSpan.FromMinutes(1), CancellationToken.None));
    }

    [Fact]
    public async Task An_organisation_sees_what_it_keeps()
    {
        byte[] content = [1, 2, 3];
        using var put = await SampleApp.PutAsync(_service.Admin, SampleApp.Hash(content), content);
        var usage = await _service.Admin.GetFromJsonAsync<JsonElement>("/api/v1/organisation");
        // The smallest file takes a block of the disk.
        Assert.Equal((4096, 50L << 30, 90), (usage.GetProperty("usedBytes").GetInt64(), usage.GetProperty("quotaBytes").GetInt64(), usage.GetProperty("retentionDays").GetInt32()));
    }

    private Task<RetentionReport> RunAsync() => _service.App.Services.GetRequiredService<RetentionRun>().RunAsync(CancellationToken.None);

    private async Task<LaunchAnswer> BuildAsync(bool complete = true)
    {
        var launch = await _app.LaunchAsync(_service.Admin);
        using var worker = await TestWorker.JoinAsync(_service);
        var job = (await worker.ClaimAsync())!;
        byte[] package = [1, 2, 3, 4];
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/leases/{job.Build}/{job.Attempt}/artifacts/binary/app.apk") { Content = new ByteArrayContent(package) };
        message.Headers.TryAddWithoutValidation("X-Sha256", SampleApp.Hash(package));
        (await worker.Client.SendAsync(message)).Dispose();
        await worker.SayAsync(job, "a line");
        if (complete)
            await worker.PostAsync(job, "complete", TestQueue.Success("") with { Artifacts = [new CompletedArtifact("binary", "app.apk", 4, SampleApp.Hash(package))] });
        return launch;
    }

    private Task AgeAsync(string table, string column, long by) => _database.WriteAsync((c, t) => c.ExecuteAsync($"UPDATE {table} SET {column} = {column} - {by}", transaction: t));

    private Task<long> CountAsync(string table) => _database.ReadAsync(c => c.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}"));

    private string PathOf(string location) => Path.Combine(_service.App.Services.GetRequiredService<ServerOptions>().DataFolder, "blobs", "objects", location);
}
