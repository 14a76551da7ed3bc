using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Proxies;
using Slipway.Server.Store;
using Slipway.Server.Webhooks;

namespace Slipway.Server.Tests.Webhooks;

/// <summary>Webhooks of a network whose only way out is a proxy. A web server stands in for the proxy: it takes requests in the form for proxies.</summary>
public sealed class WebhookProxyTests
{
    [Fact]
    public async Task Webhooks_go_out_through_the_proxy_that_was_named_and_tell_it_its_login()
    {
        await using var proxy = await TestReceiver.StartAsync();
        await using var service = await StartAsync(proxy, "hooks.corp.example:18443");
        await PingAsync(service, "http://hooks.corp.example:18443/hook");
        var request = await proxy.NextAsync();
        Assert.Equal(("/hook", "hooks.corp.example:18443", "ping"), (request.Path, request.Headers["Host"], request.Headers["Slipway-Event"]));
    }

    [Fact]
    public async Task A_login_that_the_proxy_asks_for_is_sent_and_never_told()
    {
        await using var proxy = await TestReceiver.StartAsync();
        proxy.Answer = context =>
        {
            if (context.Request.Headers.ProxyAuthorization == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("user:ca9nary/")))
                return StatusCodes.Status204NoContent;
            context.Response.Headers.ProxyAuthenticate = "Basic realm=\"x\"";
            return StatusCodes.Status407ProxyAuthenticationRequired;
        };
        await using var service = await StartAsync(proxy, "hooks.corp.example:80", "user:ca9nary%2F@");
        var delivery = await EndedAsync(service, await PingAsync(service, "http://hooks.corp.example/"));
        Assert.Equal("Delivered", delivery.Text("state"));
    }

    [Theory]
    [InlineData("https://localhost:1/", "has an address outside the public internet")]
    [InlineData("https://nonesuch.invalid/", "--allow-webhook nonesuch.invalid:443")]
    public async Task What_cannot_be_judged_from_here_or_is_not_public_never_reaches_the_proxy(string url, string reason)
    {
        await using var proxy = await TestReceiver.StartAsync();
        await using var service = await StartAsync(proxy, "hooks.corp.example:80");
        var delivery = await EndedAsync(service, await PingAsync(service, url));
        Assert.Contains(reason, delivery.Text("lastError"), StringComparison.Ordinal);
        Assert.Equal(0, proxy.Waiting);
    }

    [Fact]
    public async Task A_proxy_that_refuses_is_told_without_saying_where_it_is()
    {
        await using var proxy = await TestReceiver.StartAsync();
        proxy.Answer = _ => StatusCodes.Status403Forbidden;
        await using var service = await StartAsync(proxy, "hooks.corp.example:443", "user:ca9nary@");
        var delivery = await EndedAsync(service, await PingAsync(service, "https://hooks.corp.example/"));
        Assert.Equal("The proxy of the service refused the connection.", delivery.Text("lastError"));
    }

    [Fact]
    public async Task An_address_that_does_not_answer_holds_up_no_webhook_whose_receiver_has_another_one()
    {
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
        // A queue that is full: the kernel drops what else comes.
        silent.Listen(0);
        using var waiting = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await waiting.ConnectAsync(silent.LocalEndPoint!, TestContext.Current.CancellationToken);
        var port = ((IPEndPoint)silent.LocalEndPoint!).Port;
        using var open = new TcpListener(IPAddress.Loopback, port);
        open.Start();
        var targets = new WebhookTargets(new ServerOptions("unused") { AllowedWebhooks = [$"hooks.example.com:{port}"] });
        var dialer = new VettedDialer(targets, (_, _) => Task.FromResult(new[] { IPAddress.Parse("127.0.0.2"), IPAddress.Loopback }));
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = dialer.ConnectAsync, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(10) });
        var asking = client.GetAsync($"http://hooks.example.com:{port}/", TestContext.Current.CancellationToken);
        var accepting = open.AcceptSocketAsync(TestContext.Current.CancellationToken).AsTask();
        // Whoever tries one after the other gives up before.
        Assert.Same(accepting, await Task.WhenAny(accepting, asking));
        using var peer = await accepting;
        await peer.SendAsync(Encoding.ASCII.GetBytes("HTTP/1.1 204 No Content\r\n\r\n"), TestContext.Current.CancellationToken);
        using var answer = await asking;
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static Task<TestService> StartAsync(TestReceiver proxy, string allowed, string login = "") =>
        TestService.StartAsync(options => options with { AllowedWebhooks = [allowed], WebhookProxy = ProxyServer.Parse($"http://{login}{proxy.Authority}", "test") });

    private static async Task<string> PingAsync(TestService service, string url)
    {
        var created = await service.Admin.PostAsync("/api/v1/webhooks", new { url, events = new[] { "build.failed" } });
        var path = "/api/v1/webhooks/" + created.GetProperty("webhook").Text("id");
        await service.Admin.PostAsync(path + "/ping", new { }, HttpStatusCode.Accepted);
        return path;
    }

    // After its first try, whatever came of it.
    private static async Task<JsonElement> EndedAsync(TestService service, string path)
    {
        using var listener = service.App.Services.GetRequiredService<Database>().Signals.Listen(WebhookOutbox.Topic);
        while (true)
        {
            var signal = listener.Next();
            var log = await service.Admin.GetAsync(path + "/deliveries", HttpStatusCode.OK);
            if (log.GetProperty("results").EnumerateArray().FirstOrDefault(d => d.GetProperty("attempts").GetInt32() > 0 && (d.Text("state") == "Delivered" || d.GetProperty("lastError").ValueKind == JsonValueKind.String)) is { ValueKind: not JsonValueKind.Undefined } found)
            {
                Assert.DoesNotContain("ca9nary", log.ToString(), StringComparison.Ordinal);
                return found;
            }

            await signal.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
    }
}
