using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Store;
using Slipway.Server.Tests.Blobs;
using Slipway.Server.Tests.Launches;

namespace Slipway.Server.Tests.Requests;

public sealed class BodyUnpackingTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("GZIP")]
    public async Task A_packed_body_is_unpacked(string encoding)
    {
        await using var service = await TestService.StartAsync();
        var json = JsonSerializer.SerializeToUtf8Bytes(new SampleApp().Request, JsonSerializerOptions.Web);
        using var answer = await SendAsync(service, HttpMethod.Post, "/api/v1/launches", encoding, Pack(encoding, json), "application/json");
        Assert.Contains("Incomplete", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_small_body_that_unpacks_to_too_much_is_cut_off(string encoding)
    {
        await using var service = await TestService.StartAsync(options => options with { Contents = new RevisionLimits { LargestFile = 1_000_000 } });
        var bomb = Pack(encoding, new byte[20_000_000]);
        Assert.True(bomb.Length < 100_000);
        using var answer = await SendAsync(service, HttpMethod.Put, $"/api/v1/blobs/{new string('a', 64)}", encoding, bomb, "application/octet-stream");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(StoredBlobs.Unfinished(service));
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_more_than_the_quota_is_cut_off()
    {
        await using var service = await TestService.StartAsync();
        await service.App.Services.GetRequiredService<Database>().WriteAsync((c, t) => c.ExecuteAsync("UPDATE organisations SET storage_quota = 50000", transaction: t));
        using var answer = await SendAsync(service, HttpMethod.Put, $"/api/v1/blobs/{new string('a', 64)}", "gzip", Pack("gzip", new byte[20_000_000]), "application/octet-stream");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(StoredBlobs.Unfinished(service));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_body_that_is_not_packed_as_it_says_is_refused(string encoding)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await SendAsync(service, HttpMethod.Post, "/api/v1/launches", encoding, "not packed at all"u8.ToArray(), "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("SLW-SRV-40001", await CodeAsync(answer));
    }

    [Fact]
    public async Task An_unknown_way_of_packing_is_refused()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await SendAsync(service, HttpMethod.Post, "/api/v1/launches", "zstd", [1, 2, 3], "application/json");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("SLW-SRV-40004", await CodeAsync(answer));
    }

    private static async Task<HttpResponseMessage> SendAsync(TestService service, HttpMethod method, string address, string encoding, byte[] body, string type)
    {
        using var message = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(body) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        message.Content.Headers.ContentEncoding.Add(encoding);
        return await service.Admin.SendAsync(message);
    }

    private static byte[] Pack(string encoding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Optimal) : new GZipStream(packed, CompressionLevel.Optimal))
            packing.Write(bytes);
        return packed.ToArray();
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errorCode").GetString();
}
