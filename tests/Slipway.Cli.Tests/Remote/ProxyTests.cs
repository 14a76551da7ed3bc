using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Slipway.Cli.Tests.Remote;

/// <summary>Proxies on the way that do not let anybody through.</summary>
public sealed class ProxyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("407 Proxy Authentication Required", "SLW-NET-10010", "https://builder.example.com")]
    [InlineData("403 Forbidden", "SLW-NET-10011", "https://builder.example.com")]
    [InlineData("502 Bad Gateway", "SLW-NET-10011", "https://builder.example.com")]
    [InlineData("407 Proxy Authentication Required", "SLW-NET-10010", "http://builder.example.com")]
    public async Task A_refusal_is_told_with_the_name_of_the_proxy_and_without_its_password(string answer, string code, string server)
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var place = $"127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}";
        using var end = new CancellationTokenSource();
        var answering = AnswerAsync(proxy, answer, end.Token);
        var run = SlipwayRun.Of(
            ["builds", "list", "--server", server, "--insecure-http", "--token-file", _folder.Add("token", "slw_x"), "--json"],
            new() { ["https_proxy"] = $"http://user:verysecret@{place}", ["http_proxy"] = $"http://user:verysecret@{place}", ["no_proxy"] = "", ["XDG_CONFIG_HOME"] = _folder["config"] });
        await end.CancelAsync();
        await answering;
        Assert.Equal(3, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        var problem = document.RootElement.GetProperty("problems")[0];
        Assert.Equal((code, place), (problem.GetProperty("code").GetString(), problem.GetProperty("where").GetString()));
        Assert.DoesNotContain("verysecret", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_to_this_machine_leads_past_the_proxy()
    {
        using var service = new TcpListener(IPAddress.Loopback, 0);
        service.Start();
        var server = $"http://127.0.0.1:{((IPEndPoint)service.LocalEndpoint).Port}";
        service.Stop();
        var run = SlipwayRun.Of(
            ["builds", "list", "--server", server, "--token-file", _folder.Add("token", "slw_x"), "--json"],
            new() { ["http_proxy"] = "http://127.0.0.1:1", ["no_proxy"] = "", ["XDG_CONFIG_HOME"] = _folder["config"] });
        Assert.Contains(server["http://".Length..], JsonDocument.Parse(run.Out).RootElement.GetProperty("problems")[0].GetProperty("where").GetString(), StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(TcpListener proxy, string answer, CancellationToken end)
    {
        try
        {
            while (true)
            {
                using var client = await proxy.AcceptTcpClientAsync(end);
                _ = await client.GetStream().ReadAtLeastAsync(new byte[4096], 1, cancellationToken: end);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), end);
            }
        }
        catch (OperationCanceledException)
        {
            proxy.Stop();
        }
    }
}
