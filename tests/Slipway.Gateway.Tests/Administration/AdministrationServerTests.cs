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
        var state = JsonDocument.Parse(Outsider.RunWell("curl", "-s", _gateway.Host.Administration + "/status")).RootElement;
        Assert.Equal(["builder.example.com", "*.cdn.example.com"], state.GetProperty("allow").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    public async Task A_gateway_that_waits_for_the_builder_is_not_ready()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("""{ "allow": ["Builder"], "builder": { "url": "http://127.0.0.1:9" }, "admin": "127.0.0.1:0" }""");
        Assert.Contains("HTTP/1.1 503", Outsider.RunWell("curl", "-si", gateway.Host.Administration + "/readyz"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_of_the_metrics_is_of_the_exposition_format()
    {
        _gateway.Curl("https://other.example.com/");
        string text;
        while (!(text = Outsider.RunWell("curl", "-s", _gateway.Host.Administration + "/metrics")).Contains("reason=\"not-listed\"} 1", StringComparison.Ordinal))
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
        var script = Outsider.RunWell("curl", "-s", _gateway.Host.Administration + "/proxy.pac");
        var answer = Outsider.RunWell("node", "-e", script + $"\nconsole.log(FindProxyForURL('https://{host}/', '{host}'))").Trim();
        Assert.Equal(expected == "DIRECT" ? expected : expected + _gateway.Port, answer);
    }

    private string Get(string path) => Outsider.RunWell("curl", "-si", _gateway.Host.Administration + path);

    // https://prometheus.io/docs/instrumenting/exposition_formats/, text format 0.0.4.
    [GeneratedRegex("""^(# HELP [a-z_]+ [^\n]+|# TYPE [a-z_]+ (counter|gauge)|[a-z_]+(\{[a-z_]+="[^"\\]*"(,[a-z_]+="[^"\\]*")*\})? [0-9]+)$""")]
    private static partial Regex MetricLine();
}
