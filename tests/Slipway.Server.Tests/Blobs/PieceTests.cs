using System.Net;
using System.Net.Http.Headers;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Store;
using Slipway.Server.Tests.Launches;

namespace Slipway.Server.Tests.Blobs;

public sealed class PieceTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];
    private static readonly string Hash = SampleApp.Hash(Content);

    [Fact]
    public async Task Pieces_in_any_order_make_up_the_content()
    {
        await using var service = await TestService.StartAsync();
        using var end = await PutAsync(service, 60_000, 40_000);
        Assert.Equal(HttpStatusCode.Accepted, end.StatusCode);
        Assert.Equal("60000-99999", Received(end));
        using var begin = await PutAsync(service, 0, 30_000);
        Assert.Equal("0-29999,60000-99999", Received(begin));
        using var head = await HeadAsync(service);
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
        Assert.Equal("0-29999,60000-99999", Received(head));
        using var middle = await PutAsync(service, 20_000, 50_000);
        Assert.Equal(HttpStatusCode.Created, middle.StatusCode);
        using var after = await HeadAsync(service);
        Assert.Equal(Content.Length, after.Content.Headers.ContentLength);
        Assert.Equal(Hash, SampleApp.Hash(await StoredBlobs.ReadAsync(service, Hash)));
        Assert.Single(await StoredBlobs.ListAsync(service));
        Assert.Equal(0, await CountAsync(service));
    }

    [Fact]
    public async Task Pieces_sent_at_once_make_up_the_content()
    {
        await using var service = await TestService.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => PutAsync(service, i * 5000, 5000)));
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(Hash, SampleApp.Hash(await StoredBlobs.ReadAsync(service, Hash)));
        Assert.Single(await StoredBlobs.ListAsync(service));
        Assert.Equal(0, await CountAsync(service));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_piece_sent_again_changes_nothing()
    {
        await using var service = await TestService.StartAsync();
        using var first = await PutAsync(service, 0, 5000);
        using var again = await PutAsync(service, 0, 5000);
        Assert.Equal("0-4999", Received(again));
        Assert.Single(await StoredBlobs.ListAsync(service));
    }

    [Fact]
    public async Task Pieces_of_another_content_are_dropped()
    {
        await using var service = await TestService.StartAsync();
        using var first = await PutAsync(service, 0, 50_000);
        using var wrong = await PutAsync(service, 50_000, 50_000, new byte[50_000]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Empty(await StoredBlobs.ListAsync(service));
        using var head = await HeadAsync(service);
        Assert.Equal("", Received(head));
    }

    [Theory]
    [InlineData(0, 10, 5L)]
    [InlineData(0, 10, 1L << 40)]
    public async Task A_range_that_cannot_be_is_refused(long first, int length, long total)
    {
        await using var service = await TestService.StartAsync();
        using var message = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/blobs/{Hash}") { Content = new ByteArrayContent(Content, 0, length) };
        message.Content.Headers.TryAddWithoutValidation("Content-Range", $"bytes {first}-{first + length - 1}/{total}");
        using var answer = await service.Admin.SendAsync(message);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, answer.StatusCode.ToString());
    }

    [Fact]
    public async Task A_piece_that_is_shorter_than_its_range_is_refused()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await PutAsync(service, 0, 5000, new byte[4000]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(await StoredBlobs.ListAsync(service));
    }

    [Fact]
    public async Task Pieces_count_for_the_quota()
    {
        await using var service = await TestService.StartAsync();
        await service.App.Services.GetRequiredService<Database>().WriteAsync((c, t) => c.ExecuteAsync("UPDATE organisations SET storage_quota = 100000", transaction: t));
        using var fits = await PutAsync(service, 0, 60_000);
        Assert.Equal(HttpStatusCode.Accepted, fits.StatusCode);
        using var more = await PutAsync(service, 40_000, 60_000);
        Assert.Equal(HttpStatusCode.Forbidden, more.StatusCode);
        using var rest = await PutAsync(service, 60_000, 40_000);
        Assert.Equal(HttpStatusCode.Created, rest.StatusCode);
    }

    private static async Task<HttpResponseMessage> PutAsync(TestService service, int first, int length, byte[]? bytes = null)
    {
        using var content = new ByteArrayContent(bytes ?? Content[first..(first + length)]);
        content.Headers.ContentRange = new ContentRangeHeaderValue(first, first + length - 1, Content.Length);
        return await service.Admin.PutAsync($"/api/v1/blobs/{Hash}", content);
    }

    private static Task<HttpResponseMessage> HeadAsync(TestService service) => service.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/api/v1/blobs/{Hash}"));

    private static string? Received(HttpResponseMessage answer) => answer.Headers.GetValues("X-Received").Single();

    private static Task<long> CountAsync(TestService service) =>
        service.App.Services.GetRequiredService<Database>().ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM blob_pieces"));
}
