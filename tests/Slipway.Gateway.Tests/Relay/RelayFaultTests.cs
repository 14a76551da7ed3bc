using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Slipway.Gateway.Relay;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Relay;

/// <summary>What goes wrong between the relay and the builder, and how it is told.</summary>
public sealed class RelayFaultTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_builder_that_is_not_there_is_blamed_on_the_network_with_the_way()
    {
        var problem = await AskAsync(Nowhere("http"), 502);
        Assert.Equal("SLW-GTW-10101", problem.GetProperty("code").GetString());
        Assert.Equal("Network", problem.GetProperty("blame").GetString());
        Assert.Equal("The connection was refused. The relay connects directly, without a proxy.", problem.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_told() => Assert.Equal("SLW-GTW-10101", (await AskAsync(new Uri("https://builder.invalid"), 502)).GetProperty("code").GetString());

    [Fact]
    public async Task A_builder_that_says_nothing_is_given_up()
    {
        await using var builder = new RawService { Answer = async (_, stream) => await stream.ReadAsync(new byte[1]) > 0 };
        var problem = await AskAsync(builder.Address, 504, settings => settings with { AnswerTime = TimeSpan.FromMilliseconds(200) });
        Assert.Equal("SLW-GTW-10102", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_builder_that_says_nothing_to_an_upload_is_given_up_once_it_has_it_whole()
    {
        await using var builder = new RawService { Answer = async (_, stream) => await stream.ReadAsync(new byte[1]) > 0 };
        var problem = await AskAsync(builder.Address, 504, settings => settings with { AnswerTime = TimeSpan.FromMilliseconds(200) }, "--data-binary", "abc");
        Assert.Equal("SLW-GTW-10102", problem.GetProperty("code").GetString());
        Assert.Equal("abc"u8.ToArray(), Assert.Single(builder.Bodies));
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_is_told_and_one_that_breaks_in_it_is_cut()
    {
        await using var builder = new RawService { Answer = (_, _) => Task.FromResult(false) };
        Assert.Equal("SLW-GTW-10103", (await AskAsync(builder.Address, 502, null, "--data-binary", "abc")).GetProperty("code").GetString());

        builder.Answer = async (_, stream) => !await RawService.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        await using var relay = await RelayUnderTest.StartAsync(_authority, builder.Address);
        Assert.NotEqual(0, relay.Curl("/health/live", "--http1.1").ExitCode);
        Assert.Equal("SLW-GTW-10103", Assert.Single(await relay.EndAsync()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("HTTP/1.1 000 Zero\r\nContent-Length: 2\r\n\r\nok", 502)]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello", 204)]
    [InlineData("HTTP/1.1 205 Reset Content\r\nContent-Length: 5\r\n\r\nhello", 205)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200)]
    public async Task An_answer_that_is_none_or_goes_on_where_it_should_have_ended_is_no_fault_of_the_relay(string answer, int status)
    {
        await using var builder = new RawService { Answer = (_, stream) => RawService.WriteAsync(stream, answer) };
        await using var relay = await RelayUnderTest.StartAsync(_authority, builder.Address);
        foreach (var version in new[] { "--http1.1", "--http2" })
        {
            var told = relay.Curl("/health/live", version);
            Assert.True(told.ExitCode == 0, told.All);
            Assert.Contains($" {status} ", told.All.Split('\n')[0] + " ", StringComparison.Ordinal);
            Assert.DoesNotContain("hello", told.All, StringComparison.Ordinal);
        }

        var codes = (await relay.EndAsync()).Select(line => line.GetProperty("code").GetString());
        Assert.All(codes, code => Assert.Equal(status == 502 ? "SLW-GTW-10103" : null, code));
    }

    [Fact]
    public async Task What_is_for_one_connection_or_only_the_relay_may_say_ends_at_the_relay_in_answers_too()
    {
        const string answer = "HTTP/1.1 200 OK\r\nConnection: X-Hop\r\nX-Hop: 1\r\nSlipway-Request: forged\r\nX-Kept: 1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nSlipway-Request: forged\r\nX-Late: 1\r\n\r\n";
        await using var builder = new RawService { Answer = (_, stream) => RawService.WriteAsync(stream, answer) };
        await using var relay = await RelayUnderTest.StartAsync(_authority, builder.Address);
        foreach (var version in new[] { "--http1.1", "--http2" })
        {
            var told = relay.Curl("/health/live", version).All;
            Assert.Contains("x-kept: 1", told, StringComparison.OrdinalIgnoreCase);
            foreach (var name in new[] { "x-hop", "forged", "x-late" })
                Assert.DoesNotContain(name, told, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_certificate_that_nobody_knows_is_refused_and_names_its_issuer()
    {
        await using var builder = new RawService(_authority.Server("localhost", "127.0.0.1"));
        var problem = await AskAsync(builder.Address, 502);
        Assert.Equal("SLW-GTW-20105", problem.GetProperty("code").GetString());
        Assert.Contains("CN=Test Authority", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(builder.Heads);
    }

    [Theory]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n", "SLW-GTW-10106", "407")]
    [InlineData("HTTP/1.1 403 Forbidden\r\nSlipway-Reason: not-listed\r\n\r\n", "SLW-GTW-10105", "answers 403 to the request to reach builder.example.com:443 because of not-listed.")]
    [InlineData("HTTP/1.1 403 Forbidden\r\nSlipway-Reason: <script>\r\n\r\n", "SLW-GTW-10105", "answers 403 to the request to reach builder.example.com:443.")]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\n", "SLW-GTW-10105", "503")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", "SLW-GTW-10104", "no proxy")]
    [InlineData("", "SLW-GTW-10104", "no proxy")]
    public async Task A_proxy_that_does_not_let_through_is_told_apart(string answer, string code, string message)
    {
        await using var proxy = new RawService { Answer = async (_, stream) => !await RawService.WriteAsync(stream, answer) };
        var problem = await AskAsync(new Uri("https://builder.example.com"), 502, settings => settings with { Proxy = RelayProxy.Parse($"http://svc@{proxy.Address.Authority}", "verysecret", "--proxy") });
        Assert.Equal((code, proxy.Address.Authority), (problem.GetProperty("code").GetString(), problem.GetProperty("where").GetString()));
        Assert.Contains(message, problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains($"uses the proxy {proxy.Address.Authority}", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", problem.ToString(), StringComparison.Ordinal);
        var head = proxy.Heads.First();
        Assert.StartsWith("CONNECT builder.example.com:443 HTTP/1.1\r\nHost: builder.example.com:443\r\nProxy-Authorization: Basic c3ZjOnZlcnlzZWNyZXQ=\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_told()
    {
        var proxy = Nowhere("http");
        var problem = await AskAsync(new Uri("https://builder.example.com"), 502, settings => settings with { Proxy = RelayProxy.Parse(proxy.AbsoluteUri, null, "--proxy") });
        Assert.Equal(("SLW-GTW-10104", proxy.Authority), (problem.GetProperty("code").GetString(), problem.GetProperty("where").GetString()));
    }

    [Fact]
    public async Task Readiness_is_that_of_the_way_to_the_builder_and_metrics_count_what_was_refused()
    {
        await using var builder = new RawService();
        await using var good = await RelayUnderTest.StartAsync(_authority, builder.Address);
        await using var bad = await RelayUnderTest.StartAsync(_authority, Nowhere("http"));
        Assert.Contains("200 OK", ExternalTool.RunWell("curl", "-sSi", good.Server.Administration + "/readyz"), StringComparison.Ordinal);
        Assert.Matches("503 (.|\n)*SLW-GTW-10101", ExternalTool.RunWell("curl", "-sSi", bad.Server.Administration + "/readyz"));
        Assert.Contains("200 OK", ExternalTool.RunWell("curl", "-sSi", bad.Server.Administration + "/healthz"), StringComparison.Ordinal);
        Assert.Contains("404", ExternalTool.RunWell("curl", "-sSi", bad.Server.Administration + "/api/v1/builds"), StringComparison.Ordinal);
        bad.Curl("/health/live");
        bad.Curl("/nowhere");
        var metrics = ExternalTool.RunWell("curl", "-sS", bad.Server.Administration + "/metrics");
        Assert.Contains("slipway_relay_problems_total{code=\"SLW-GTW-10101\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("slipway_relay_requests_total{status=\"403\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("slipway_relay_active_requests 0\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_and_files_that_are_missing_are_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await RefusedAsync(HostingProblems.AddressInUse, settings => settings with { Listen = [(IPEndPoint)taken.LocalEndpoint] });
        await RefusedAsync(RelayProblems.CertificateUnusable, settings => settings with { Key = "/nowhere" });
        await RefusedAsync(RelayProblems.CertificateUnusable, settings => settings with { Key = _authority.Server("other").Key });
        await RefusedAsync(RelayProblems.AuthorityUnusable, settings => settings with { ClientAuthority = settings.Key });
        Assert.Equal(RelayProblems.LogUnusable, Assert.Throws<ProblemException>(() => RelayLog.Append("/nowhere/log")).Problems[0].Kind);
    }

    private static Uri Nowhere(string scheme)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"{scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private async Task RefusedAsync(ProblemKind kind, Func<RelaySettings, RelaySettings> change) =>
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProblemException>(() => RelayUnderTest.StartAsync(_authority, new Uri("http://127.0.0.1:1"), change))).Problems[0].Kind);

    private async Task<JsonElement> AskAsync(Uri builder, int status, Func<RelaySettings, RelaySettings>? change = null, params string[] options)
    {
        await using var relay = await RelayUnderTest.StartAsync(_authority, builder, change);
        var (_, output) = await Task.Run(() => relay.Curl("/health/live", ["-H", "Authorization: Bearer t", .. options]));
        Assert.StartsWith($"HTTP/2 {status}", output, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", output, StringComparison.Ordinal);
        var problem = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("problems")[0];
        Assert.Equal(problem.GetProperty("blame").GetString() == "Network", output.Contains("retry-after: 2", StringComparison.Ordinal));
        return problem;
    }
}
