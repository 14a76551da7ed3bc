using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Workers;
using Slipway.Server.Access;
using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Workers;

/// <summary>A worker that does what a test says, over HTTP.</summary>
internal sealed class TestWorker : IDisposable
{
    private TestWorker(HttpClient client, Guid id) => (Client, Id) = (client, id);

    public HttpClient Client { get; }

    public Guid Id { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TestWorker> JoinAsync(TestService service, params MobilePlatform[] platforms)
    {
        var token = await service.App.Services.GetRequiredService<Bootstrap>().WorkerTokenAsync("worker", Cancellation);
        var client = service.Client(token);
        var registration = new WorkerRegistration("worker", platforms.Length > 0 ? platforms : [MobilePlatform.Android, MobilePlatform.Ios], [BuilderVersion.Current.Name], 1);
        using var answer = await client.PostAsJsonAsync("/api/v1/workers", registration, Cancellation);
        return new TestWorker(client, (await answer.Content.ReadFromJsonAsync<WorkerWelcome>(Cancellation))!.WorkerId);
    }

    public async Task<WorkerJob?> ClaimAsync(int waitSeconds = 0)
    {
        using var answer = await Client.PostAsJsonAsync($"/api/v1/workers/{Id}/claim", new ClaimRequest(waitSeconds), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.StatusCode == HttpStatusCode.NoContent ? null : await answer.Content.ReadFromJsonAsync<WorkerJob>(Cancellation);
    }

    public Task<JsonElement> SayAsync(WorkerJob job, params string[] lines) => SayAsync(job, null, lines);

    public Task<JsonElement> SayAsync(WorkerJob job, BuildStatus? status, params string[] lines) =>
        PostAsync(job, "messages", new MessageBatch(status, [.. lines.Select(line => new WorkerMessage("Notice", null, "package", line))]));

    public Task<JsonElement> CompleteAsync(WorkerJob job) => PostAsync(job, "complete", TestQueue.Success("") with { Artifacts = [] });

    public Task<JsonElement> PostAsync(WorkerJob job, string what, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        Client.PostAsync($"/api/v1/leases/{job.Build}/{job.Attempt}/{what}", body, expected);

    public void Dispose() => Client.Dispose();
}
