using System.Text.Json;

namespace Slipway.Gateway.Tests.Relay;

/// <summary>What passes, and what arrives at the builder.</summary>
public sealed class RelayServerTests : IAsyncLifetime
{
    private readonly TestAuthority _authority = new();
    private readonly RawService _builder = new();
    private RelayUnderTest _relay = null!;

    public async ValueTask InitializeAsync() => _relay = await RelayUnderTest.StartAsync(_authority, _builder.Address);

    public async ValueTask DisposeAsync()
    {
        await _relay.DisposeAsync();
        await _builder.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task A_request_arrives_as_it_was_but_for_what_only_the_relay_may_say()
    {
        var answer = await _relay.RawAsync(
            "GET /api/v1/builds?key=a%2Fb&x=%41 HTTP/1.1\r\nHost: localhost:99\r\nAuthorization: Bearer t\r\nLast-Event-ID: 7\r\nRange: bytes=1-2\r\nSlipway-Test-Canary: c\r\nSlipway-Channel: IDE\r\n"
            + "Slipway-Person: boss\r\nslipway_person: boss\r\nSignature: s\r\nSignature-Input: i\r\nX-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Host: evil\r\nForwarded: for=1.2.3.4\r\nX-Real-IP: 1.2.3.4\r\n"
            + "X-Original-URL: /api/v1/workers\r\nX-HTTP-Method-Override: DELETE\r\nConnection: X-Hop\r\nX-Hop: 1\r\nUpgrade: websocket\r\nTE: trailers\r\nProxy-Authorization: Basic eDp5\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        var lines = Assert.Single(_builder.Heads).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("GET /api/v1/builds?key=a%2Fb&x=%41 HTTP/1.1", lines[0]);
        Assert.Equal(
            ["Authorization: Bearer t", $"Host: {_builder.Address.Authority}", "Last-Event-ID: 7", "Range: bytes=1-2", "Slipway-Channel: IDE", "Slipway-Test-Canary: c"],
            lines.Skip(1).Where(l => !l.StartsWith("traceparent:", StringComparison.Ordinal) && !l.StartsWith("Via:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Matches("^Via: 1.1 slipway-relay-[0-9a-f]{32}$", lines.Single(l => l.StartsWith("Via:", StringComparison.Ordinal)));
        var line = Assert.Single(await _relay.EndAsync());
        Assert.Contains($"traceparent: 00-{line.GetProperty("id").GetString()}-", string.Join('\n', lines), StringComparison.Ordinal);
        Assert.Equal(("IDE", "/api/v1/builds", "pass", 200, 2), (line.GetProperty("channel").GetString(), line.GetProperty("path").GetString(), line.GetProperty("verdict").GetString(), line.GetProperty("status").GetInt32(), line.GetProperty("down").GetInt32()));
    }

    [Theory]
    [InlineData("SLW-GTW-20101", 403, "GET /api/v1/workers HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20101", 403, "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20101", 403, "GET /%61pi/v1/builds HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20102", 400, "GET /api/v1/builds/../workers HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20102", 400, "GET /api/v1/builds/%2e%2e/workers HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20102", 400, "GET /api/v1/builds/..;/workers HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20102", 400, "GET /api/v1//workers HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20102", 400, "GET /api/v1/builds%2f..%2fworkers HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20102", 400, "GET https://localhost/api/v1/builds HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20102", 400, "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-SRV-40501", 405, "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n\r\n")]
    [InlineData("SLW-SRV-40501", 405, "TRACE /api/v1/builds HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20103", 421, "GET /api/v1/builds HTTP/1.1\r\nHost: evil.example.com\r\n\r\n")]
    [InlineData("SLW-GTW-20103", 421, "GET /api/v1/builds HTTP/1.1\r\nHost: localhost.evil.example.com\r\n\r\n")]
    [InlineData("SLW-GTW-20103", 421, "GET /api/v1/builds HTTP/1.1\r\nHost: 10.0.0.1\r\n\r\n")]
    [InlineData("SLW-GTW-20104", 400, "POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/workers HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("SLW-GTW-20104", 400, "POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("SLW-GTW-20104", 400, "POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("SLW-GTW-20104", 400, "POST /api/v1/launches HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    public async Task What_does_not_pass_is_refused_with_a_code_and_the_builder_never_hears_of_it(string code, int status, string request)
    {
        var answer = await _relay.RawAsync(request);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(status == 405, answer.Contains("\r\nAllow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n", StringComparison.Ordinal));
        using var document = JsonDocument.Parse(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.Equal((code, status), (document.RootElement.GetProperty("errorCode").GetString(), document.RootElement.GetProperty("status").GetInt32()));
        var line = Assert.Single(await _relay.EndAsync());
        Assert.Equal((code, "refuse", document.RootElement.GetProperty("traceId").GetString()), (line.GetProperty("code").GetString(), line.GetProperty("verdict").GetString(), line.GetProperty("id").GetString()));
        Assert.Empty(_builder.Heads);
    }

    [Theory]
    [InlineData("POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd")]
    [InlineData("POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4, 4\r\n\r\nabcd")]
    [InlineData("POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("GET /api/v1/builds HTTP/1.1\nHost: localhost\n\n")]
    [InlineData("GET /api/v1/builds HTTP/1.1\r\nHost: localhost\r\nHost: evil.example.com\r\n\r\n")]
    [InlineData("GET /api/v1/builds HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/v1/builds HTTP/1.1\r\nHost: evil@localhost\r\n\r\n")]
    [InlineData("GET /api/v1/builds HTTP/1.1\r\nHost: localhost\r\nA: b\r\n c\r\n\r\n")]
    [InlineData("GET /api/v1/builds HTTP/1.1\r\nHost: localhost\r\nA: b\rX: c\r\n\r\n")]
    [InlineData("GET /api/v1/builds HTTP/1.1\r\nHost: localhost\r\nA: b\0c\r\n\r\n")]
    [InlineData("GET http://evil.example.com/api/v1/builds HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    public async Task What_is_no_request_is_cut_off(string request)
    {
        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", await _relay.RawAsync(request, answers: 9), StringComparison.Ordinal);
        Assert.Empty(_builder.Heads);
    }

    [Fact]
    public async Task Bodies_and_the_requests_after_them_stay_apart()
    {
        const string Hidden = "GET /api/v1/workers HTTP/1.1\r\nHost: localhost\r\n\r\n";
        var answers = await _relay.RawAsync(
            $"POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}"
            + $"POST /api/v1/launches HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n{Hidden.Length:x}\r\n{Hidden}\r\n0\r\nSlipway-Person: boss\r\n\r\n"
            + "GET /api/v1/caller HTTP/1.1\r\nHost: localhost\r\n\r\n",
            answers: 3);
        Assert.Equal(3, answers.Split("HTTP/1.1 200 OK").Length - 1);
        Assert.Equal(["POST /api/v1/launches", "POST /api/v1/launches", "GET /api/v1/caller"], _builder.Heads.Select(head => head.Split(" HTTP/")[0]));
        Assert.Equal([Hidden, Hidden, ""], _builder.Bodies.Select(System.Text.Encoding.ASCII.GetString));
        Assert.DoesNotContain("boss", string.Join('\n', _builder.Heads), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_versions_of_http_are_spoken_in_front()
    {
        Assert.StartsWith("HTTP/2 200", _relay.Curl("/health/live").All, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", _relay.Curl("/health/live", "--http1.1").All, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/2 421", _relay.Curl("/health/live", "-H", "Host: evil.example.com").All, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/2 400", _relay.Curl("/api/v1/builds/../workers").All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_for_workers_pass_when_they_are_asked_for()
    {
        await using var relay = await RelayUnderTest.StartAsync(_authority, _builder.Address, settings => settings with { Workers = true });
        Assert.StartsWith("HTTP/2 200", relay.Curl("/api/v1/workers", "-X", "POST").All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relay_that_leads_to_itself_says_so()
    {
        _builder.Answer = async (head, stream) =>
        {
            var via = head.Split("\r\n").Single(l => l.StartsWith("Via:", StringComparison.Ordinal));
            var inner = await _relay.RawAsync($"GET /health/live HTTP/1.1\r\nHost: localhost\r\n{via}\r\n\r\n");
            return await RawService.WriteAsync(stream, inner);
        };
        Assert.Contains("SLW-GTW-50101", _relay.Curl("/health/live").All, StringComparison.Ordinal);
        Assert.Single(_builder.Heads);
    }

    [Fact]
    public async Task Tokens_of_pages_and_signatures_are_not_in_the_log()
    {
        _relay.Curl("/i/verysecret/manifest.plist?t=verysecret");
        _relay.Curl("/a/1/app.apk?signature=verysecret");
        Assert.Equal(["/i/…", "/a/1/app.apk"], (await _relay.EndAsync()).Select(line => line.GetProperty("path").GetString()));
    }
}
