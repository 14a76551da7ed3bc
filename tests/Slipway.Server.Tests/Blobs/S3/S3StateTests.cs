using System.Net;
using Amazon.Runtime;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;
using Slipway.Server.Blobs.S3;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Outsiders;

namespace Slipway.Server.Tests.Blobs.S3;

/// <summary>What whoever runs a service hears of a store that it cannot use, and what callers hear.</summary>
public sealed class S3StateTests(S3Server server) : IClassFixture<S3Server>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_bucket_that_is_not_there_is_told_at_the_start_by_health_and_to_callers()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", S3Server.Key);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", S3Server.Key);
        var blobs = $"s3://nonesuch?endpoint={server.Endpoint}";
        await using (var hosted = await HostedServer.StartAsync(new ServerOptions(Path.Combine(_folder.Path, "data")) { Urls = ["http://127.0.0.1:0"], Logs = false, Blobs = blobs }, Cancellation))
        {
            var note = Assert.Single(hosted.Notes);
            Assert.Equal(("SLW-STO-40001", "--blobs", Blame.User), (note.Code, note.Where, note.Blame));
            Assert.Contains("NoSuchBucket", note.Message, StringComparison.Ordinal);
        }

        await using var service = await TestService.StartAsync(options => options with { Blobs = blobs });
        var report = await service.Admin.GetAsync("/health/ready", HttpStatusCode.OK);
        var part = report.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "files");
        Assert.Equal(("Degraded", "SLW-STO-40001"), (part.GetProperty("status").GetString(), part.GetProperty("code").GetString()));
        var content = new byte[] { 1, 2, 3 };
        using var answer = await service.Admin.PutAsync("/api/v1/blobs/" + SampleApp.Hash(content), new ByteArrayContent(content), Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("SLW-SRV-50011", text, StringComparison.Ordinal);
        Assert.Contains("SLW-STO-40001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ry again", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nonesuch", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_told_as_such() =>
        Assert.Equal("SLW-STO-20001", (await StateAsync(server.Endpoint, S3Server.Bucket, "wrong", "wrong")).Code);

    [Fact]
    public async Task A_content_of_a_bucket_that_vanished_is_not_taken_for_one_that_is_not_there()
    {
        using var store = Open(server.Endpoint, "nonesuch", S3Server.Key, S3Server.Key);
        var fault = await Assert.ThrowsAsync<OperatorFaultException>(() => store.OpenAsync("a/b", 0, 1, Cancellation));
        Assert.Equal("SLW-STO-40001", fault.Fault.Code);
    }

    [Theory]
    [InlineData(403, "AccessDenied", "SLW-STO-20002")]
    [InlineData(403, "RequestTimeTooSkewed", "SLW-STO-50001")]
    [InlineData(400, "AuthorizationHeaderMalformed", "SLW-STO-40002")]
    [InlineData(301, "PermanentRedirect", "SLW-STO-40002")]
    [InlineData(407, null, "SLW-NET-10010")]
    [InlineData(403, "SignatureDoesNotMatch", "SLW-STO-20001")]
    [InlineData(400, "ExpiredToken", "SLW-STO-20001")]
    [InlineData(403, "QuotaExceeded", "SLW-SRV-50701")]
    [InlineData(507, "XMinioStorageFull", "SLW-SRV-50701")]
    [InlineData(503, "SlowDown", "SLW-SRV-10003")]
    [InlineData(500, "InternalError", "SLW-SRV-10003")]
    [InlineData(404, null, "SLW-STO-40003")]
    [InlineData(200, null, "SLW-STO-40003")]
    public async Task Refusals_are_told_apart_and_only_what_passes_says_that_another_try_helps(int status, string? answer, string code)
    {
        await using var refusing = await RefusingStore.StartAsync(status, answer);
        var state = await StateAsync(refusing.Endpoint, "bucket", "key", "ca9nary");
        Assert.Equal(code, state.Code);
        Assert.DoesNotContain("ca9nary", state.ToString(), StringComparison.Ordinal);
        Assert.Equal(state.Blame == Blame.Network, OperatorFaultException.ForCallers(state, "blobs").Remedy.Contains("ry again in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_without_TLS_behind_an_https_endpoint_and_one_that_is_away_are_told_apart()
    {
        Assert.Equal("SLW-STO-40003", (await StateAsync(new Uri($"https://127.0.0.1:{server.Endpoint.Port}"), "bucket", "key", "secret")).Code);
        var away = await StateAsync(new Uri("http://127.0.0.1:1"), "bucket", "key", "secret");
        Assert.Equal("SLW-SRV-10003", away.Code);
        Assert.Contains("127.0.0.1:1", away.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3://key:ca9nary@bucket?endpoint=https://host")]
    [InlineData("s3://bucket?endpoint=https://key:ca9nary@host")]
    [InlineData("s3://bucket?secret=ca9nary")]
    [InlineData("s3://bucket/ca9nary")]
    public void An_address_with_a_secret_in_it_is_refused_without_repeating_it(string address)
    {
        var problem = Assert.Throws<ProblemException>(() => S3Address.Parse(address)).Problems[0];
        Assert.Equal("SLW-SRV-40011", problem.Code);
        Assert.DoesNotContain("ca9nary", problem.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Problem> StateAsync(Uri endpoint, string bucket, string key, string secret)
    {
        using var store = Open(endpoint, bucket, key, secret);
        return (await BlobStoreSelfTest.RunAsync(store, "--blobs", Cancellation))!;
    }

    private static S3BlobStore Open(Uri endpoint, string bucket, string key, string secret)
    {
        var address = S3Address.Parse($"s3://{bucket}?endpoint={Uri.EscapeDataString(endpoint.AbsoluteUri)}");
        return new S3BlobStore(S3Clients.Create(address, new BasicAWSCredentials(key, secret)), address.Bucket, TimeProvider.System);
    }
}
