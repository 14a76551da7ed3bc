using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Slipway.Server.Tests.Requests;

/// <summary>What is refused is told as a problem, in words of this program and not of its framework.</summary>
public sealed class RefusalTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private const string Tokens = "/api/v1/tokens";
    private const string Good = """{"name":"ci","scopes":["builds.read"]}""";

    [Theory]
    [InlineData("application/x-www-form-urlencoded", Good, 415, "SLW-SRV-41501", "application/x-www-form-urlencoded")]
    [InlineData("text/plain", Good, 415, "SLW-SRV-41501", "text/plain")]
    [InlineData(null, Good, 415, "SLW-SRV-41501", "without a Content-Type")]
    [InlineData("application/json; charset=utf-16", Good, 415, "SLW-SRV-41501", "utf-16")]
    [InlineData("application/json; charset=none-such", Good, 415, "SLW-SRV-41501", "none-such")]
    [InlineData(null, "", 400, "SLW-SRV-40001", "the request has none")]
    [InlineData("application/json", "", 400, "SLW-SRV-40001", "the request has none")]
    [InlineData("application/json", "null", 400, "SLW-SRV-40001", "the request has none")]
    [InlineData("application/json", "{", 400, "SLW-SRV-40001", "not JSON")]
    [InlineData("application/json", Good + " x", 400, "SLW-SRV-40001", "not JSON")]
    [InlineData("application/json", """{"name":"ci","scopes":["builds.read"],"expiresInDay":1}""", 400, "SLW-SRV-40001", "no property of this name")]
    [InlineData("application/json", """{"name":"ci"}""", 400, "SLW-SRV-40001", "lacks scopes")]
    [InlineData("application/json", """{"name":null,"scopes":[]}""", 400, "SLW-SRV-40001", "may not be null")]
    [InlineData("application/json", """{"name":"a","name":"b","scopes":[]}""", 400, "SLW-SRV-40001", "there twice")]
    [InlineData("application/json", """{"name":"ci","scopes":"builds.read"}""", 400, "SLW-SRV-40001", "another kind")]
    [InlineData("application/json", """{"name":"ci","scopes":["builds.read", null]}""", 400, "SLW-SRV-40001", "Entry 2 of the list is null")]
    [InlineData("application/json", """{"name":"ci","scopes":[],"expiresInDays":1e400}""", 400, "SLW-SRV-40001", "another kind")]
    public async Task A_body_that_is_not_what_the_address_takes_is_a_problem(string? type, string body, int status, string code, string says)
    {
        var service = fixture.Service;
        using var request = new HttpRequestMessage(HttpMethod.Post, Tokens) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await service.Admin.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await ProblemAsync(answer, status, code);
        Assert.Contains(says, problem.Text("detail"), StringComparison.Ordinal);
        foreach (var word in new[] { "Implicit", "parameter \"", "System.", "Slipway.", "Nullable", ".NET" })
            Assert.DoesNotContain(word, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_a_problem()
    {
        var service = fixture.Service;
        byte[] body = [.. "{\"name\":\""u8, 0xff, 0xfe, .. "\",\"scopes\":[\"builds.read\"]}"u8];
        using var request = new HttpRequestMessage(HttpMethod.Post, Tokens) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var answer = await service.Admin.SendAsync(request, TestContext.Current.CancellationToken);
        await ProblemAsync(answer, 400, "SLW-SRV-40001");
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_problem()
    {
        var service = fixture.Service;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", service.Address.Port, TestContext.Current.CancellationToken);
        var head = $"POST {Tokens} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {service.AdminToken}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nnothing\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("The body is incomplete", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/diagnostics/echo", "80000000")]
    [InlineData("/api/v1/diagnostics/echo", "FFFFFFFFFFFFFFFFF")]
    [InlineData("/api/v1/launches", "FFFFFFFFFFFFFFFFF")]
    [InlineData(Tokens, "FFFFFFFFFFFFFFFFF")]
    public async Task A_chunk_whose_size_no_body_has_is_a_problem(string path, string size)
    {
        var service = fixture.Service;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", service.Address.Port, TestContext.Current.CancellationToken);
        var head = $"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {service.AdminToken}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{size}\r\n{{}}\r\n0\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("SLW-SRV-40001", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_cannot_be_read_is_named_as_it_was_written()
    {
        using var answer = await fixture.Service.Admin.GetAsync("/api/v1/builds?offset=1&offset=2", TestContext.Current.CancellationToken);
        var problem = await ProblemAsync(answer, 400, "SLW-SRV-40001");
        Assert.Equal("offset", problem.GetProperty("problems")[0].Text("where"));
    }

    [Theory]
    [InlineData("GET", "/nothing/here", 404, "SLW-SRV-40401", null)]
    [InlineData("GET", "/api/v1/nothing", 404, "SLW-SRV-40401", null)]
    [InlineData("POST", "/health/live", 405, "SLW-SRV-40501", "GET, HEAD")]
    [InlineData("DELETE", Tokens, 405, "SLW-SRV-40501", "GET, POST")]
    [InlineData("GET", "/api/v1/builds?offset=x", 400, "SLW-SRV-40001", null)]
    [InlineData("GET", "/api/v1/builds?offset=99999999999", 400, "SLW-SRV-40001", null)]
    [InlineData("GET", "/api/v1/builds?status=Finished,Error", 400, "SLW-SRV-40002", null)]
    [InlineData("GET", "/api/v1/builds?platform=+1", 400, "SLW-SRV-40002", null)]
    [InlineData("GET", "/api/v1/diagnostics/stream", 400, "SLW-SRV-40001", null)]
    public async Task An_address_that_is_not_there_or_not_for_that_is_a_problem(string method, string path, int status, string code, string? allow)
    {
        var service = fixture.Service;
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await service.Admin.SendAsync(request, TestContext.Current.CancellationToken);
        await ProblemAsync(answer, status, code);
        Assert.Equal(allow, answer.Content.Headers.Allow.Count == 0 ? null : string.Join(", ", answer.Content.Headers.Allow.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/v1/GetHealth")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/docs/")]
    [InlineData("/docs/scalar.js")]
    [InlineData("/.well-known/slipway-builder")]
    public async Task Head_is_answered_as_get_is_without_the_body(string path)
    {
        var service = fixture.Service;
        using var anybody = service.Client(null);
        using var get = await anybody.GetAsync(path, TestContext.Current.CancellationToken);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", service.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HEAD {path} HTTP/1.1\r\nHost: {service.Address.Authority}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        var head = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.StartsWith("HTTP/1.1 200 ", head, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
        Assert.Equal(1, head.Split("\r\n\r\n").Length - 1);
        Assert.Contains($"Content-Type: {get.Content.Headers.ContentType}".Replace("; ", ";", StringComparison.Ordinal), head.Replace("; ", ";", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_front_leads_to_the_pages_that_there_are()
    {
        var service = fixture.Service;
        using var anybody = service.Client(null);
        var page = await anybody.GetStringAsync("/", TestContext.Current.CancellationToken);
        var links = System.Text.RegularExpressions.Regex.Matches(page, "href=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, links.Count);
        foreach (var link in links)
        {
            using var answer = await anybody.GetAsync(new Uri(service.Address, link), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal((status, code), (problem.GetProperty("status").GetInt32(), problem.Text("errorCode")));
        return problem;
    }
}
