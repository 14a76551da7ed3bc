using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Gateway.Tests.Hosting;

namespace Slipway.Gateway.Tests.Administration;

public sealed partial class AdministrationServerTests : IAsyncLifetime
{
    private GatewayUnderTest _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayUnderTest.StartAsync("""{ "allow": ["builder.example.com", "*.cdn.example.com"], "admin": "127.0.0.1:0" }""");

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public void Health_and_state_are_told()
    {
        Assert.Contains("HTTP/1.1 200", Get("/healthz"), StringComparison.Ordinal);
        Assert.Contains("ready", Get("/readyz"), StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 404", Get("/else"), StringComparison.Ordinal);
        var state = JsonDocument.Parse(ExternalTool.RunWell("curl", "-s", _gateway.Host.Administration + "/status")).RootElement;
        Assert.Equal(["builder.example.com", "*.cdn.example.com"], state.GetProperty("allow").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    public async Task A_gateway_that_waits_for_the_builder_is_not_ready()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("""{ "allow": ["Builder"], "builder": { "url": "http://127.0.0.1:9" }, "admin": "127.0.0.1:0" }""");
        Assert.Contains("HTTP/1.1 503", ExternalTool.RunWell("curl", "-si", gateway.Host.Administration + "/readyz"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_of_the_metrics_is_of_the_exposition_format()
    {
        _gateway.Curl("https://other.example.com/");
        string text;
        while (!(text = ExternalTool.RunWell("curl", "-s", _gateway.Host.Administration + "/metrics")).Contains("reason=\"not-listed\"} 1", StringComparison.Ordinal))
            await Task.Yield();
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(MetricLine(), line));
    }

    [Theory]
    [InlineData("builder.example.com", "PROXY 127.0.0.1:")]
    [InlineData("BUILDER.example.com", "PROXY 127.0.0.1:")]
    [InlineData("a.cdn.example.com", "PROXY 127.0.0.1:")]
    [InlineData("cdn.example.com", "DIRECT")]
    [InlineData("evilcdn.example.com", "DIRECT")]
    [InlineData("builder.example.com.evil.org", "DIRECT")]
    public void Node_reads_the_pac_file_as_it_is_meant(string host, string expected)
    {
        var script = ExternalTool.RunWell("curl", "-s", _gateway.Host.Administration + "/proxy.pac");
        var answer = ExternalTool.RunWell("node", "-e", script + $"\nconsole.log(FindProxyForURL('https://{host}/', '{host}'))").Trim();
        Assert.Equal(expected == "DIRECT" ? expected : expected + _gateway.Port, answer);
    }

    [Theory]
    [InlineData("/status")]
    [InlineData("/metrics")]
    [InlineData("/proxy.pac")]
    [InlineData("/healthz")]
    public void A_page_that_has_its_name_lead_here_is_told_nothing(string path)
    {
        var address = new Uri(_gateway.Host.Administration!);
        foreach (var name in new[] { "evil.example.com", $"127.0.0.1.evil.example.com:{address.Port}" })
        {
            var answer = ExternalTool.RunWell("curl", "-si", "-H", "Host: " + name, _gateway.Host.Administration + path);
            Assert.Contains("HTTP/1.1 421", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("builder.example.com", answer, StringComparison.Ordinal);
        }

        Assert.Contains("HTTP/1.1 200", ExternalTool.RunWell("curl", "-si", "-H", $"Host: localhost:{address.Port}", _gateway.Host.Administration + path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_were_told_are_answered()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("""{ "allow": ["builder.example.com"], "admin": "127.0.0.1:0", "adminHosts": ["gateway.corp.example.com"] }""");
        Assert.Contains("PROXY gateway.corp.example.com:", ExternalTool.RunWell("curl", "-si", "-H", "Host: gateway.corp.example.com:9090", gateway.Host.Administration + "/proxy.pac"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Idle_connections_keep_nobody_out()
    {
        var address = new Uri(_gateway.Host.Administration!);
        var idle = new List<System.Net.Sockets.TcpClient>();
        for (var i = 0; i < 300; i++)
        {
            idle.Add(new System.Net.Sockets.TcpClient());
            await idle[^1].ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        }

        Assert.Contains("HTTP/1.1 200", Get("/healthz"), StringComparison.Ordinal);
        Assert.Equal(0, await idle[0].GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken).AsTask().ContinueWith(read => read.IsFaulted ? 0 : read.Result, TaskScheduler.Default));
        idle.ForEach(client => client.Dispose());
    }

    private string Get(string path) => ExternalTool.RunWell("curl", "-si", _gateway.Host.Administration + path);

    // https://prometheus.io/docs/instrumenting/exposition_formats/, text format 0.0.4.
    [GeneratedRegex("""^(# HELP [a-z_]+ [^\n]+|# TYPE [a-z_]+ (counter|gauge)|[a-z_]+(\{[a-z_]+="[^"\\]*"(,[a-z_]+="[^"\\]*")*\})? [0-9]+)$""")]
    private static partial Regex MetricLine();
}
