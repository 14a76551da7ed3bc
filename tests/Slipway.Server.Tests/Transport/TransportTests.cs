using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Tests.Transport;

public sealed class TransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_tell_browsers_to_do_nothing_with_them()
    {
        await using var service = await TestService.StartAsync();
        foreach (var path in new[] { "/api/v1/caller", "/api/v1/nothing", "/health/live" })
        {
            using var answer = await service.Admin.GetAsync(path, Cancellation);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.False(answer.Headers.Contains("Server"));
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task What_a_client_says_of_its_address_counts_only_behind_a_trusted_proxy()
    {
        await using var open = await TestService.StartAsync();
        await using var behind = await TestService.StartAsync(options => options with { TrustedProxies = ["127.0.0.0/8"] });
        await using var elsewhere = await TestService.StartAsync(options => options with { TrustedProxies = ["10.0.0.0/8"] });
        Assert.Equal("127.0.0.1", await AddressAsync(open, "198.51.100.7"));
        Assert.Equal("198.51.100.7", await AddressAsync(behind, "198.51.100.7"));
        Assert.Equal("127.0.0.1", await AddressAsync(elsewhere, "198.51.100.7"));
        // Who adds an address of their own in front is told apart from the proxy's word, which is the last.
        Assert.Equal("198.51.100.7", await AddressAsync(behind, "203.0.113.9, 198.51.100.7"));
    }

    [Fact]
    public async Task Behind_https_browsers_are_told_to_stay_there()
    {
        await using var service = await TestService.StartAsync(options => options with { TrustedProxies = ["127.0.0.1"] });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "198.51.100.7" } } };
        using var answer = await service.Admin.SendAsync(request, Cancellation);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_proxy_that_is_no_network_is_refused() =>
        await Assert.ThrowsAsync<ProblemException>(() => TestService.StartAsync(options => options with { TrustedProxies = ["anywhere"] }));

    [Fact]
    public async Task Bodies_of_JSON_are_small()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Admin.PostAsJsonAsync("/api/v1/applications", new { name = new string('x', 1 << 20) }, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("SLW-SRV-40003", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).Text("errorCode"));
    }

    [Fact]
    public async Task Long_request_lines_and_headers_are_refused()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await service.Admin.GetAsync("/api/v1/caller?x=" + new string('x', 9000), Cancellation)).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/caller") { Headers = { { "X-Long", new string('x', 33_000) } } };
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await service.Admin.SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Pages_of_other_origins_are_let_in_by_name_only()
    {
        await using var closed = await TestService.StartAsync();
        await using var open = await TestService.StartAsync(options => options with { AllowedOrigins = ["https://console.example.com"] });
        Assert.Null(await OriginAsync(closed, "https://console.example.com"));
        Assert.Equal("https://console.example.com", await OriginAsync(open, "https://console.example.com"));
        Assert.Null(await OriginAsync(open, "https://evil.example.com"));
    }

    private static async Task<string> AddressAsync(TestService service, string forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/applications") { Content = JsonContent.Create(new { name = "App " + Guid.NewGuid() }), Headers = { { "X-Forwarded-For", forwarded } } };
        using var answer = await service.Admin.SendAsync(request, Cancellation);
        Assert.Equal(StatusCodes.Status201Created, (int)answer.StatusCode);
        return (await service.Admin.GetAsync("/api/v1/audit?limit=1", HttpStatusCode.OK)).GetProperty("results")[0].Text("address");
    }

    private static async Task<string?> OriginAsync(TestService service, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/caller") { Headers = { { "Origin", origin } } };
        using var answer = await service.Admin.SendAsync(request, Cancellation);
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? Assert.Single(values) : null;
    }
}
