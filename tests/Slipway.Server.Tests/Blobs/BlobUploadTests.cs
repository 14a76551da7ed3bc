using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Store;
using Slipway.Server.Tests.Launches;

namespace Slipway.Server.Tests.Blobs;

public sealed class BlobUploadTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("content");
    private static readonly string Hash = SampleApp.Hash(Content);

    [Fact]
    public async Task A_content_is_there_after_it_was_sent_and_not_before()
    {
        await using var service = await TestService.StartAsync();
        using var before = await HeadAsync(service);
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        using var put = await SampleApp.PutAsync(service.Admin, Hash, Content);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        using var after = await HeadAsync(service);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(Content.Length, after.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task The_same_content_again_takes_no_space()
    {
        await using var service = await TestService.StartAsync();
        using var first = await SampleApp.PutAsync(service.Admin, Hash, Content);
        using var again = await SampleApp.PutAsync(service.Admin, Hash, Content);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Single(await StoredBlobs.ListAsync(service));
    }

    [Fact]
    public async Task Another_content_than_the_name_says_is_refused_and_leaves_nothing()
    {
        await using var service = await TestService.StartAsync();
        using var put = await SampleApp.PutAsync(service.Admin, Hash, [1, 2, 3]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, put.StatusCode);
        Assert.Equal("SLW-SRV-42202", (await put.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errorCode").GetString());
        Assert.Empty(await StoredBlobs.ListAsync(service));
    }

    [Theory]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("abc")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_name_that_is_no_hash_is_refused(string name)
    {
        await using var service = await TestService.StartAsync();
        using var put = await SampleApp.PutAsync(service.Admin, name, Content);
        Assert.Equal(HttpStatusCode.BadRequest, put.StatusCode);
    }

    [Fact]
    public async Task What_does_not_fit_the_quota_is_refused_and_leaves_nothing()
    {
        await using var service = await TestService.StartAsync();
        var database = service.App.Services.GetRequiredService<Database>();
        await database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE organisations SET storage_quota = 8000", transaction: t));
        using var first = await SampleApp.PutAsync(service.Admin, Hash, Content);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        byte[] more = [1, 2, 3, 4];
        using var second = await SampleApp.PutAsync(service.Admin, SampleApp.Hash(more), more);
        Assert.Equal(HttpStatusCode.Forbidden, second.StatusCode);
        Assert.Equal("SLW-SRV-40301", (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errorCode").GetString());
        Assert.Single(await StoredBlobs.ListAsync(service));
    }

    private static Task<HttpResponseMessage> HeadAsync(TestService service) => service.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/api/v1/blobs/{Hash}"));
}
