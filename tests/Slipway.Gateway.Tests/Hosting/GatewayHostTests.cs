using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Slipway.Gateway.Tests.Clients;
using Slipway.Gateway.Tests.Upstreams;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Hosting;

public sealed class GatewayHostTests : IDisposable
{
    private readonly Authority _authority = new();
    private readonly TlsSite _site;

    // openssl's server looks after one client at a time.
    private readonly TlsSite _other;

    public GatewayHostTests() => (_site, _other) = (new TlsSite(_authority), new TlsSite(_authority));

    private string Own => $$"""{ "allow": ["localhost:{{_site.Port}}", "localhost:{{_other.Port}}"], "allowAddresses": ["127.0.0.0/8", "::1"] }""";

    [Fact]
    public async Task A_file_that_changes_is_in_force_at_once_and_open_tunnels_stay()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(Own);
        using var tunnel = await TunnelAsync(gateway);
        gateway.Write("""{ "allow": ["other.example.com"] }""");
        await gateway.NextAsync("reloaded");
        Assert.Contains("Slipway-Reason: not-listed", Ask(gateway).All, StringComparison.Ordinal);
        Assert.False(tunnel.Client.Poll(0, SelectMode.SelectRead));
        gateway.Write(Own);
        await gateway.NextAsync("reloaded");
        Assert.Equal(0, Ask(gateway).ExitCode);
    }

    [Fact]
    public async Task Tunnels_that_are_no_longer_allowed_are_ended_where_that_is_wished()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(Own);
        using var tunnel = await TunnelAsync(gateway);
        gateway.Write("""{ "allow": ["other.example.com"], "closeForbidden": true }""");
        await gateway.NextAsync("reloaded");
        Assert.Equal(0, await EndOf(tunnel));
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_changes_nothing_and_each_mistake_is_told()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(Own);
        gateway.Write("{ \"allow\": [\"a b\"],\n  \"alow\": [] }");
        var refused = await gateway.NextAsync("refused");
        Assert.Contains(refused.Problems, p => p.Kind == GatewayProblems.SettingUnknown && p.Where.Contains(":2", StringComparison.Ordinal));
        Assert.Equal(0, Ask(gateway).ExitCode);
        gateway.Write("""{ "allow": ["0.0.0.0/0"] }""");
        Assert.Equal(GatewayProblems.SelfTestFailed, (await gateway.NextAsync("refused")).Problems[0].Kind);
        Assert.Equal(0, Ask(gateway).ExitCode);
    }

    [Theory]
    [InlineData("""{ "allow": ["0.0.0.0/1"] , "deny": [] }""", null)]
    [InlineData("""{ "allow": ["0.0.0.0/0"] }""", "SLW-GTW-20002")]
    [InlineData("""{ "allow": ["::/0"] }""", "SLW-GTW-20002")]
    [InlineData("""{ "allow": ["x y", "ok.example.com", "*"] }""", "SLW-GTW-40005")]
    [InlineData("""{ "allow": ["a.example.com"], "clients": { "passwords": "nowhere" } }""", "SLW-GTW-40006")]
    [InlineData("""{ "allow": ["a.example.com"], "noUpstream": ["b.example.com"], "resolve": "upstream", "upstreams": [{ "url": "http://p.example.com:1" }] }""", "SLW-GTW-40003")]
    public async Task Settings_that_would_open_or_cannot_work_do_not_start(string settings, string? code)
    {
        if (code is null)
            await (await GatewayUnderTest.StartAsync(settings)).DisposeAsync();
        else
            Assert.Equal(code, (await Assert.ThrowsAsync<ProblemException>(() => GatewayUnderTest.StartAsync(settings))).Problems[0].Code);
    }

    [Fact]
    public async Task Each_request_leaves_a_line()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(Own);
        Ask(gateway);
        gateway.Curl("https://other.example.com/");
        var lines = (await gateway.EndAsync()).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["allow", "deny"], lines.Select(l => l.GetProperty("verdict").GetString()));
        Assert.Equal("localhost", lines[0].GetProperty("sni").GetString());
    }

    [Fact]
    public async Task A_file_that_is_refused_leaves_the_builder_as_it_was()
    {
        await using var first = await PublishingService.StartAsync("one.example.com");
        await using var second = await PublishingService.StartAsync("two.example.com");
        var own = $$"""{ "allow": ["Builder"], "builder": { "url": "{{first.Address}}" } }""";
        await using var gateway = await GatewayUnderTest.StartAsync(own);
        gateway.Write($$"""{ "allow": ["Builder", "a b"], "builder": { "url": "{{second.Address}}" } }""");
        await gateway.NextAsync("refused");
        Assert.Equal(0, second.Asked);
        Assert.Equal("one.example.com", Assert.Single(gateway.Host.State.HostList!.Hosts).Name);
        gateway.Write(own + "\n");
        await gateway.NextAsync("reloaded");
        Assert.Equal("one.example.com", Assert.Single(gateway.Host.Proxy.Settings.Allow.Allow).Name!.Value);
        gateway.Write($$"""{ "allow": ["Builder"], "builder": { "url": "{{second.Address}}" } }""");
        await gateway.NextAsync("reloaded");
        Assert.Equal("two.example.com", Assert.Single(gateway.Host.Proxy.Settings.Allow.Allow).Name!.Value);
    }

    [Fact]
    public async Task Whatever_a_reload_fails_with_the_gateway_goes_on_watching()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(
            Own,
            next => next.ReportOnly ? throw new InvalidOperationException("secret") : next,
            news => throw new IOException("nobody listens"));
        gateway.Write("""{ "allow": ["other.example.com"], "reportOnly": true }""");
        var problem = Assert.Single((await gateway.NextAsync("refused")).Problems);
        Assert.Equal(GeneralProblems.Failed, problem.Kind);
        Assert.DoesNotContain("secret", problem.Message + problem.Where, StringComparison.Ordinal);
        gateway.Write("""{ "allow": ["other.example.com"] }""");
        await gateway.NextAsync("reloaded");
        Assert.Contains("Slipway-Reason: not-listed", Ask(gateway).All, StringComparison.Ordinal);
        await gateway.Host.StopAsync();
    }

    public void Dispose()
    {
        _site.Dispose();
        _other.Dispose();
        _authority.Dispose();
    }

    private static async Task<int> EndOf(TcpClient tunnel)
    {
        try
        {
            return await tunnel.GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private ToolResult Ask(GatewayUnderTest gateway) => gateway.Curl(_site.Address, "--cacert", _authority.Certificate);

    // Up to the middle of its hello.
    private async Task<TcpClient> TunnelAsync(GatewayUnderTest gateway)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", gateway.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"CONNECT localhost:{_other.Port} HTTP/1.1\r\nHost: localhost\r\n\r\n"), TestContext.Current.CancellationToken);
        var answer = "";
        var buffer = new byte[1024];
        while (!answer.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            answer += Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken));
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        return client;
    }
}
