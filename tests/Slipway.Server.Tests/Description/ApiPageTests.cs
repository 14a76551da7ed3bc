using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Slipway.Server.Tests.Browser;

namespace Slipway.Server.Tests.Description;

public sealed class ApiPageTests
{
    [Fact]
    public async Task The_page_shows_the_interface_and_asks_nobody_but_this_server()
    {
        await using var service = await TestService.StartAsync();
        using var chromium = new Chromium();
        var (content, requests) = chromium.Open(new Uri(service.Address, "/docs"));
        Assert.Contains("Webhooks", content, StringComparison.Ordinal);
        Assert.Contains(requests, r => r.EndsWith("/openapi/v1.json", StringComparison.Ordinal));
        Assert.All(requests, r => Assert.StartsWith(service.Address.AbsoluteUri, r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_asks_somebody_else_is_found_out()
    {
        await using var app = QuietHost.Create();
        app.MapGet("/", () => Results.Content("<!doctype html><img src=https://fonts.example.com/a.png>", "text/html"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var chromium = new Chromium();
        Assert.Contains("https://fonts.example.com/a.png", chromium.Open(new Uri(app.Urls.First())).Requests);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Its_policy_forbids_what_it_does_not_need()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Client(null).GetAsync("/docs/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(policy.Split("'nonce-")[1].Split('\'')[0], page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }
}
