using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Blobs;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Workers;
using Slipway.Server.Store;
using Slipway.Server.Tests.Blobs;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Queue;
using Slipway.Server.Tests.Workers;

namespace Slipway.Server.Tests.Artifacts;

public sealed class ArtifactTests : IAsyncLifetime
{
    private static readonly byte[] Package = Encoding.UTF8.GetBytes("a package of 26 characters");
    private readonly SampleApp _app = new();
    private TestService _service = null!;
    private TestWorker _worker = null!;
    private WorkerJob _job = null!;

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
    public async Task A_worker_gets_the_contents_of_the_app_in_one_pack()
    {
        var hashes = _job.Revision.Files.Select(file => file.Sha256).Append(new string('0', 64)).ToArray();
        using var answer = await _worker.Client.PostAsJsonAsync($"/api/v1/leases/{_job.Build}/{_job.Attempt}/blobs", hashes);
        await using var pack = await answer.Content.ReadAsStreamAsync();
        var reader = new BlobPackReader(pack);
        var got = new Dictionary<string, byte[]>();
        while (await reader.NextAsync() is var (hash, length))
            await pack.ReadExactlyAsync(got[hash] = new byte[length]);
        Assert.Equal(_job.Revision.Files.Select(file => file.Sha256).Order(), got.Keys.Order());
        Assert.All(got, content => Assert.Equal(content.Key, SampleApp.Hash(content.Value)));
    }

    [Fact]
    public async Task What_a_worker_made_is_visible_once_the_build_is_complete_and_not_before()
    {
        await UploadAsync(HttpStatusCode.Created);
        Assert.Empty((await ShowAsync()).Artifacts);
        await CompleteAsync();
        var artifact = Assert.Single((await ShowAsync()).Artifacts);
        Assert.Equal(("app.apk", (long)Package.Length, SampleApp.Hash(Package)), (artifact.Name, artifact.Size, artifact.Sha256));
        using var anybody = _service.Client(null);
        using var answer = await anybody.GetAsync(artifact.Url);
        Assert.Equal(Package, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/vnd.android.package-archive", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("app.apk", answer.Content.Headers.ContentDisposition?.FileNameStar ?? answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal($"\"{artifact.Sha256}\"", answer.Headers.ETag?.Tag);
        Assert.True(answer.Headers.CacheControl?.Private);
    }

    [Fact]
    public async Task An_upload_can_be_repeated_and_corrected()
    {
        await UploadAsync(HttpStatusCode.Created);
        await UploadAsync(HttpStatusCode.Created);
        await UploadAsync(HttpStatusCode.Created, "another"u8.ToArray());
        await UploadAsync(HttpStatusCode.Created);
        await CompleteAsync();
        Assert.Single((await ShowAsync()).Artifacts);
        Assert.Single(await StoredBlobs.ListAsync(_service), o => o.Location.Contains("/artifacts/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_content_than_announced_is_refused()
    {
        await UploadAsync(HttpStatusCode.UnprocessableEntity, Package, SampleApp.Hash([1]));
        Assert.DoesNotContain(await StoredBlobs.ListAsync(_service), o => o.Location.Contains("/artifacts/", StringComparison.Ordinal));
        await UploadAsync(HttpStatusCode.BadRequest, Package, "no hash");
    }

    [Theory]
    [InlineData("binary", "..%2fapp.apk")]
    [InlineData("binary", "a%5cb.apk")]
    [InlineData("binary", "a%0ab.apk")]
    [InlineData("Binary!", "app.apk")]
    public async Task A_name_that_is_no_plain_name_of_a_file_is_refused(string kind, string name) =>
        await UploadAsync(HttpStatusCode.BadRequest, Package, address: $"{kind}/{name}");

    [Fact]
    public async Task A_worker_that_has_lost_the_build_uploads_nothing()
    {
        var database = _service.App.Services.GetRequiredService<Database>();
        await database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE builds SET lease_until = 1", transaction: t));
        await UploadAsync(HttpStatusCode.Conflict);
        using var blobs = await _worker.Client.PostAsJsonAsync($"/api/v1/leases/{_job.Build}/{_job.Attempt}/blobs", Array.Empty<string>());
        Assert.Equal(HttpStatusCode.Conflict, blobs.StatusCode);
        Assert.DoesNotContain(await StoredBlobs.ListAsync(_service), o => o.Location.Contains("/artifacts/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_fit_the_quota_is_refused_and_leaves_nothing()
    {
        await _service.App.Services.GetRequiredService<Database>().WriteAsync((c, t) => c.ExecuteAsync("UPDATE organisations SET storage_quota = 10", transaction: t));
        await UploadAsync(HttpStatusCode.Forbidden);
        Assert.DoesNotContain(await StoredBlobs.ListAsync(_service), o => o.Location.Contains("/artifacts/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_download_can_go_on_where_it_broke()
    {
        var artifact = await MadeAsync();
        using var part = await GetAsync(artifact.Url, HttpMethod.Get, message => message.Headers.Range = new RangeHeaderValue(2, 8));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("package", await part.Content.ReadAsStringAsync());
        Assert.Equal($"bytes 2-8/{Package.Length}", part.Content.Headers.ContentRange?.ToString());
        using var rest = await GetAsync(artifact.Url, HttpMethod.Get, message => message.Headers.Range = new RangeHeaderValue(null, 10));
        Assert.Equal("characters", await rest.Content.ReadAsStringAsync());
        using var beyond = await GetAsync(artifact.Url, HttpMethod.Get, message => message.Headers.Range = new RangeHeaderValue(1000, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
    }

    [Fact]
    public async Task A_range_of_another_content_gives_the_whole()
    {
        var artifact = await MadeAsync();
        using var same = await GetAsync(artifact.Url, HttpMethod.Get, message => Range(message, $"\"{artifact.Sha256}\""));
        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        using var other = await GetAsync(artifact.Url, HttpMethod.Get, message => Range(message, "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var known = await GetAsync(artifact.Url, HttpMethod.Get, message => message.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{artifact.Sha256}\"")));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);

        static void Range(HttpRequestMessage message, string tag)
        {
            message.Headers.Range = new RangeHeaderValue(0, 0);
            message.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue(tag));
        }
    }

    [Fact]
    public async Task Head_tells_the_length_without_the_content()
    {
        var artifact = await MadeAsync();
        using var head = await GetAsync(artifact.Url, HttpMethod.Head);
        Assert.Equal(Package.Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_problem_without_the_headers_of_the_file()
    {
        var artifact = await MadeAsync();
        var folder = Path.Combine(_service.App.Services.GetRequiredService<ServerOptions>().DataFolder, "blobs", "objects");
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => file.Contains("artifacts", StringComparison.Ordinal)).ToList().ForEach(File.Delete);
        using var answer = await GetAsync(artifact.Url, HttpMethod.Get);
        Assert.True((int)answer.StatusCode >= 500);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Contains("SLW-", body, StringComparison.Ordinal);
        Assert.True(answer.Content.Headers.ContentLength is null || answer.Content.Headers.ContentLength == body.Length);
        Assert.Null(answer.Headers.ETag);
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task An_address_that_was_changed_opens_nothing()
    {
        var artifact = await MadeAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(artifact.Url));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(artifact.Url.Replace("app.apk", "app.ipa", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(artifact.Url.Replace("e=1", "e=2", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(artifact.Url[..^4] + "AAAA"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(artifact.Url.Split('?')[0]));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync($"/a/{Guid.NewGuid()}/app.apk?{artifact.Url.Split('?')[1]}"));
        using var other = await GetAsync(artifact.Url, HttpMethod.Put);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, other.StatusCode);
        using var refused = await GetAsync(artifact.Url[..^4] + "AAAA", HttpMethod.Get);
        Assert.Equal("SLW-SRV-20010", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errorCode").GetString());
    }

    private async Task<HttpStatusCode> StatusAsync(string url)
    {
        using var answer = await GetAsync(url, HttpMethod.Get);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> GetAsync(string url, HttpMethod method, Action<HttpRequestMessage>? change = null)
    {
        using var anybody = _service.Client(null);
        using var message = new HttpRequestMessage(method, url);
        change?.Invoke(message);
        return await anybody.SendAsync(message);
    }

    private async Task<ArtifactDescription> MadeAsync()
    {
        await UploadAsync(HttpStatusCode.Created);
        await CompleteAsync();
        return (await ShowAsync()).Artifacts.Single();
    }

    private async Task<BuildDescription> ShowAsync() => (await _service.Admin.GetFromJsonAsync<BuildDescription>($"/api/v1/builds/{_job.Build}"))!;

    private Task<JsonElement> CompleteAsync() =>
        _worker.PostAsync(_job, "complete", TestQueue.Success("") with { Artifacts = [new CompletedArtifact("binary", "app.apk", Package.Length, SampleApp.Hash(Package))] });

    private async Task UploadAsync(HttpStatusCode expected, byte[]? content = null, string? hash = null, string address = "binary/app.apk")
    {
        content ??= Package;
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/leases/{_job.Build}/{_job.Attempt}/artifacts/{address}") { Content = new ByteArrayContent(content) };
        message.Headers.TryAddWithoutValidation("X-Sha256", hash ?? SampleApp.Hash(content));
        using var answer = await _worker.Client.SendAsync(message);
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
