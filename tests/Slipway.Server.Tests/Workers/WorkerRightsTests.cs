using System.Net;
using System.Net.Http.Json;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Blobs;
using Slipway.Protocol.Workers;
using Slipway.Server.Store;
using Slipway.Server.Tests.Launches;

namespace Slipway.Server.Tests.Workers;

/// <summary>A worker has what its build needs, and what it gets is written down.</summary>
public sealed class WorkerRightsTests : IAsyncLifetime
{
    private readonly SampleApp _app = new();
    private TestService _service = null!;
    private TestWorker _worker = null!;
    private WorkerJob _job = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync();
        await _app.LaunchAsync(_service.Admin);
        _worker = await TestWorker.JoinAsync(_service);
        _job = (await _worker.ClaimAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        _worker.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_worker_reads_nothing_of_the_organisation_but_what_it_builds_and_a_try_is_in_the_trail()
    {
        var foreign = Encoding.UTF8.GetBytes("of another app");
        using (await SampleApp.PutAsync(_service.Admin, SampleApp.Hash(foreign), foreign))
        {
        }

        var own = _job.Revision.Files[0].Sha256;
        Assert.Equal([own], await FetchAsync(_job, own, SampleApp.Hash(foreign)));
        var entry = Assert.Single(await TrailAsync("content.refused"));
        Assert.Equal((SampleApp.Hash(foreign), _job.Build.ToString()), (entry.Text("subject"), entry.GetProperty("details").Text("build")));
    }

    [Fact]
    public async Task A_worker_reads_nothing_of_a_build_that_it_does_not_hold_any_more()
    {
        await _worker.CompleteAsync(_job);
        await _worker.PostAsync(_job, "blobs", new[] { _job.Revision.Files[0].Sha256 }, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task That_a_key_goes_to_a_worker_is_in_the_trail()
    {
        var keystore = (await _service.Admin.GetAsync("/api/v1/credentials", HttpStatusCode.OK)).EnumerateArray().First(c => c.Text("name") == _job.Keystore!.Name).Text("id");
        var entry = Assert.Single(await TrailAsync("credential.handover"));
        var token = await _service.App.Services.GetRequiredService<Database>().ReadAsync(c => c.QuerySingleAsync<string>("SELECT token_id FROM workers"), Cancellation);
        Assert.Equal((keystore, "token:" + token), (entry.Text("subject"), entry.Text("actor")));
        var details = entry.GetProperty("details");
        Assert.Equal((_job.Build.ToString(), "1", _worker.Id.ToString(), _job.Keystore!.Name), (details.Text("build"), details.Text("attempt"), details.Text("worker"), details.Text("name")));
        Assert.DoesNotContain(_job.Keystore.Password, entry.ToString(), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<System.Text.Json.JsonElement>> TrailAsync(string action) =>
        (await _service.Admin.GetAsync("/api/v1/audit", HttpStatusCode.OK)).GetProperty("results").EnumerateArray().Where(entry => entry.Text("action") == action);

    private async Task<List<string>> FetchAsync(WorkerJob job, params string[] hashes)
    {
        using var answer = await _worker.Client.PostAsJsonAsync($"/api/v1/leases/{job.Build}/{job.Attempt}/blobs", hashes, Cancellation);
        await using var pack = await answer.Content.ReadAsStreamAsync(Cancellation);
        var reader = new BlobPackReader(pack);
        List<string> got = [];
        while (await reader.NextAsync(Cancellation) is var (hash, length))
        {
            got.Add(hash);
            await pack.ReadExactlyAsync(new byte[length], Cancellation);
        }

        return got;
    }
}
