using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Slipway.Server.Tests.Limits;

public sealed class RequestLimiterTests
{
    [Fact]
    public async Task Logging_in_is_limited_for_each_address()
    {
        await using var service = await TestService.StartAsync();
        using var anybody = service.Client(null);
        var statuses = new List<HttpStatusCode>();
        HttpResponseMessage last;
        do
        {
            last = await anybody.PostAsJsonAsync("/api/v1/sessions", new { email = "nobody@example.org", password = new string('x', 300) }, TestContext.Current.CancellationToken);
            statuses.Add(last.StatusCode);
        }
        while (last.StatusCode == HttpStatusCode.Unauthorized && statuses.Count < 40);
        Assert.Equal(31, statuses.Count);
        await AssertLimitedAsync(last);
    }

    [Fact]
    public async Task Guessing_tokens_gets_slow_and_valid_ones_go_on()
    {
        await using var service = await TestService.StartAsync();
        using var guesser = service.Client("slw_aaaaaaaa_" + new string('A', 43));
        for (var i = 0; i < 600; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await guesser.GetAsync("/api/v1/caller", TestContext.Current.CancellationToken)).StatusCode);
        await AssertLimitedAsync(await guesser.GetAsync("/api/v1/caller", TestContext.Current.CancellationToken));
        await service.Admin.GetAsync("/api/v1/caller", HttpStatusCode.OK);
    }

    private static async Task AssertLimitedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("SLW-SRV-42901", (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errorCode").GetString());
    }
}
