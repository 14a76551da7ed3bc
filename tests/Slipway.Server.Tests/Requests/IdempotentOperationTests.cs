using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Builds;
using Slipway.Server.Store;
using Slipway.Server.Tests.Launches;

namespace Slipway.Server.Tests.Requests;

/// <summary>Requests with an Idempotency-Key, on the route that begins a failed build again.</summary>
public sealed class IdempotentOperationTests
{
    [Fact]
    public async Task The_same_request_again_is_answered_alike_and_not_carried_out()
    {
        await using var service = await TestService.StartAsync();
        var build = await FailedAsync(service);
        using var first = await RetryAsync(service, build, "k1");
        using var again = await RetryAsync(service, build, "k1");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal("application/json", again.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("/api/v1/builds/", first.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(2, await CountAsync(service));
        using var other = await RetryAsync(service, build, "k2");
        Assert.Equal(3, await CountAsync(service));
    }

    [Fact]
    public async Task The_key_of_another_request_is_refused()
    {
        await using var service = await TestService.StartAsync();
        var (one, two) = (await FailedAsync(service), await FailedAsync(service));
        using var first = await RetryAsync(service, one, "k1");
        using var other = await RetryAsync(service, two, "k1");
        Assert.Equal("SLW-SRV-42201", await CodeAsync(other));
    }

    [Fact]
    public async Task A_request_that_was_refused_can_be_tried_again()
    {
        await using var service = await TestService.StartAsync();
        using var refused = await RetryAsync(service, Guid.NewGuid(), "k1");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var again = await RetryAsync(service, await FailedAsync(service), "k1");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task While_the_first_is_carried_out_the_second_is_told_so_and_after_a_crash_it_takes_over()
    {
        await using var service = await TestService.StartAsync();
        var build = await FailedAsync(service);
        using var first = await RetryAsync(service, build, "k1");
        var database = service.App.Services.GetRequiredService<Database>();
        await database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE idempotent_requests SET status = 0, response = 'dead'", transaction: t));
        using var second = await RetryAsync(service, build, "k1");
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("SLW-SRV-10005", await CodeAsync(second));
        await database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE idempotent_requests SET created_at = created_at - 120000", transaction: t));
        using var third = await RetryAsync(service, build, "k1");
        Assert.Equal(HttpStatusCode.Created, third.StatusCode);
    }

    private static async Task<Guid> FailedAsync(TestService service)
    {
        var launch = await new SampleApp().LaunchAsync(service.Admin);
        using var cancelled = await service.Admin.PostAsync($"/api/v1/builds/{launch.Builds[0].Key}/cancel", null);
        Assert.Equal(BuildStatus.Error, (await cancelled.Content.ReadFromJsonAsync<BuildDescription>())!.Status);
        return launch.Builds[0].Key;
    }

    private static async Task<HttpResponseMessage> RetryAsync(TestService service, Guid build, string key)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/builds/{build}/retry");
        message.Headers.Add("Idempotency-Key", key);
        return await service.Admin.SendAsync(message);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errorCode").GetString();

    private static Task<long> CountAsync(TestService service) => service.App.Services.GetRequiredService<Database>().ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM builds"));
}
