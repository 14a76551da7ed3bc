using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Slipway.Protocol.Blobs;
using Slipway.Protocol.Launches;
using Slipway.Server.Tests.Blobs;

namespace Slipway.Server.Tests.Launches;

public sealed class LaunchPackTests
{
    private readonly SampleApp _app = new();

    [Fact]
    public async Task A_launch_that_brings_its_contents_starts_at_once()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await SendAsync(service, Pack(_app.Request, _app.Manifest.Files.Select(file => _app.Content(file.Sha256))));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("Started", (await answer.Content.ReadFromJsonAsync<LaunchAnswer>())!.State);
        foreach (var file in _app.Manifest.Files)
            Assert.Equal(_app.Content(file.Sha256), await StoredBlobs.ReadAsync(service, file.Sha256));
    }

    [Fact]
    public async Task A_pack_of_some_contents_leaves_the_others_missing()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await SendAsync(service, Pack(_app.Request, [_app.Content(_app.Manifest.Files[0].Sha256)]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([_app.Manifest.Files[1].Sha256], (await answer.Content.ReadFromJsonAsync<LaunchAnswer>())!.Missing);
    }

    [Fact]
    public async Task A_pack_with_large_and_many_small_contents_and_doubles_arrives_whole()
    {
        await using var service = await TestService.StartAsync();
        var app = new SampleApp([("large.bin", new string('x', 1_000_000)), .. Enumerable.Range(0, 600).Select(i => ($"{i}.js", $"file {i}"))]);
        var contents = app.Manifest.Files.Select(file => app.Content(file.Sha256)).ToList();
        using var answer = await SendAsync(service, Pack(app.Request, [.. contents, contents[0]]));
        Assert.Equal("Started", (await answer.Content.ReadFromJsonAsync<LaunchAnswer>())!.State);
        Assert.Equal(602, (await StoredBlobs.ListAsync(service)).Count);
    }

    [Fact]
    public async Task A_pack_that_breaks_off_is_refused_and_what_arrived_is_kept()
    {
        await using var service = await TestService.StartAsync();
        var whole = Pack(_app.Request, _app.Manifest.Files.Select(file => _app.Content(file.Sha256)));
        using var answer = await SendAsync(service, whole[..^3]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([_app.Manifest.Files[1].Sha256], (await SampleApp.SendAsync(service.Admin, _app.Request)).Missing);
    }

    [Fact]
    public async Task A_content_that_the_revision_does_not_name_is_refused()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await SendAsync(service, Pack(_app.Request, ["something else"u8.ToArray()]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(await StoredBlobs.ListAsync(service));
    }

    [Fact]
    public async Task A_content_that_is_not_what_its_hash_says_is_refused()
    {
        await using var service = await TestService.StartAsync();
        var pack = Pack(_app.Request, _app.Manifest.Files.Select(file => _app.Content(file.Sha256)));
        pack[^1] ^= 1;
        using var answer = await SendAsync(service, pack);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("SLW-SRV-42202", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task Lengths_that_lie_are_refused()
    {
        await using var service = await TestService.StartAsync();
        var pack = Pack(_app.Request, []);
        foreach (var length in new[] { -1, int.MaxValue, pack.Length })
        {
            BinaryPrimitives.WriteInt32BigEndian(pack, length);
            using var answer = await SendAsync(service, pack);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{length}: {answer.StatusCode}");
        }
    }

    internal static byte[] Pack(LaunchRequest request, IEnumerable<byte[]> contents)
    {
        using var pack = new MemoryStream();
        var json = JsonSerializer.SerializeToUtf8Bytes(request, JsonSerializerOptions.Web);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, json.Length);
        pack.Write(length);
        pack.Write(json);
        foreach (var content in contents)
        {
            pack.Write(BlobPackWriter.Header(SampleApp.Hash(content), content.Length));
            pack.Write(content);
        }

        return pack.ToArray();
    }

    private static async Task<HttpResponseMessage> SendAsync(TestService service, byte[] pack)
    {
        using var body = new ByteArrayContent(pack);
        body.Headers.TryAddWithoutValidation("Content-Type", "application/vnd.slipway.launch-pack");
        return await service.Admin.PostAsync("/api/v1/launches", body);
    }
}
