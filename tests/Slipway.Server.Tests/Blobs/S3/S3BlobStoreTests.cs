using System.Net.Http.Json;
using Amazon.Runtime;
using Slipway.Protocol.Blobs;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;
using Slipway.Server.Blobs.S3;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Workers;

namespace Slipway.Server.Tests.Blobs.S3;

public sealed class S3BlobStoreTests(S3Server server) : BlobStoreConformance, IClassFixture<S3Server>, IDisposable
{
    private readonly S3BlobStore _store = Open(server.Endpoint, S3Server.Key);

    private protected override IBlobStore Store => _store;

    [Fact]
    public async Task A_store_that_does_not_answer_is_a_problem_of_its_own()
    {
        using var away = Open(new Uri("http://127.0.0.1:1"), S3Server.Key);
        var problem = await Assert.ThrowsAnyAsync<ProblemException>(() => away.PutAsync("a/b", new MemoryStream([1]), CancellationToken.None));
        Assert.Equal("SLW-SRV-10003", problem.Problems[0].Code);
    }

    [Fact]
    public async Task A_wrong_key_opens_nothing()
    {
        using var wrong = Open(server.Endpoint, "wrong");
        await Assert.ThrowsAnyAsync<ProblemException>(() => wrong.PutAsync("a/b", new MemoryStream([1]), CancellationToken.None));
    }

    [Fact]
    public async Task A_service_on_a_bucket_keeps_and_gives_back_what_it_was_sent()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", S3Server.Key);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", S3Server.Key);
        await using var service = await TestService.StartAsync(options => options with { Blobs = $"s3://{S3Server.Bucket}?endpoint={server.Endpoint}" });
        var app = new SampleApp([("large.bin", new string('x', 9 << 20)), .. Enumerable.Range(0, 40).Select(i => ($"{i}.js", $"file {i}"))]);
        await app.LaunchAsync(service.Admin);
        using var worker = await TestWorker.JoinAsync(service);
        var job = (await worker.ClaimAsync())!;
        using var answer = await worker.Client.PostAsJsonAsync($"/api/v1/leases/{job.Build}/{job.Attempt}/blobs", job.Revision.Files.Select(file => file.Sha256));
        await using var pack = await answer.Content.ReadAsStreamAsync();
        var reader = new BlobPackReader(pack);
        var count = 0;
        while (await reader.NextAsync() is var (hash, length))
        {
            var content = new byte[length];
            await pack.ReadExactlyAsync(content);
            Assert.Equal(hash, SampleApp.Hash(content));
            count++;
        }

        Assert.Equal(41, count);
    }

    public void Dispose() => _store.Dispose();

    private static S3BlobStore Open(Uri endpoint, string key)
    {
        var address = S3Address.Parse($"s3://{S3Server.Bucket}?endpoint={Uri.EscapeDataString(endpoint.AbsoluteUri)}");
        return new S3BlobStore(S3Clients.Create(address, new BasicAWSCredentials(key, key)), address.Bucket, TimeProvider.System);
    }
}
