using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Diagnosis;
using Slipway.Diagnosis.Reports;
using Slipway.Firewall;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Relay;
using Slipway.Gateway.Tests.Hosting;
using Slipway.Gateway.Tests.Relay;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests;

/// <summary>A password of a proxy is in no message, whichever part of the gateway, the relay, the doctor or the firewall fails because of it.</summary>
public sealed class SecretTests
{
    private const string User = "us3r-name";
    private const string Password = "p4ssw0rd-of-it";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Answers => new(
        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n",
        "no answer of HTTP\r\n\r\n",
        "");

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_gateway_tells_of_a_parent_without_its_password(string answer)
    {
        using var folder = new TemporaryFolder();
        await using var parent = new TalkativeProxy(_ => answer);
        var file = folder.Add("password", Password + "\n");
        var told = new StringBuilder();
        var gateway = await GatewayUnderTest.StartAsync(
            $$"""{ "allow": ["Builder", "builder.example.com"], "resolve": "upstream", "builder": { "url": "https://builder.example.com" }, "upstreams": [{ "url": "http://127.0.0.1:{{parent.Port}}", "user": "{{User}}", "passwordFile": "{{file}}" }] }""",
            told: news => told.Append(news.Detail).Append(Text(news.Problems)));
        var (exit, output) = gateway.Curl("https://builder.example.com/");
        Assert.NotEqual(0, exit);
        told.Append(output).Append(string.Join('\n', await gateway.EndAsync())).Append(gateway.Host.Configuration.Upstreams[0].Name);
        await gateway.DisposeAsync();
        Assert.Contains(parent.Heads, head => head.Contains(Base64($"{User}:{Password}"), StringComparison.Ordinal));
        IsClean(told.ToString());
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_relay_tells_of_its_proxy_without_its_password(string answer)
    {
        using var authority = new TestAuthority();
        await using var proxy = new TalkativeProxy(_ => answer);
        await using var relay = await RelayUnderTest.StartAsync(authority, new Uri("https://builder.example.com"), settings => settings with { Proxy = RelayProxy.Parse($"http://{User}:{Password}@127.0.0.1:{proxy.Port}", null, "HTTPS_PROXY") });
        var (_, output) = relay.Curl("/api/v1/builds");
        using var client = new HttpClient();
        output += await client.GetStringAsync(new Uri(relay.Server.Administration + "/metrics"), Cancellation);
        output += string.Join('\n', await relay.EndAsync());
        Assert.Contains(proxy.Heads, head => head.Contains(Base64($"{User}:{Password}"), StringComparison.Ordinal));
        Assert.Contains("SLW-GTW-", output, StringComparison.Ordinal);
        IsClean(output);
    }

    [Theory]
    [InlineData($"ftp://{User}:{Password}@proxy")]
    [InlineData($"http://{User}:{Password}@proxy:99999")]
    [InlineData($"http://{User}:{Password}@proxy/path")]
    [InlineData($"http://{User}:{Password}@")]
    [InlineData($"socks5h://{User}:{Password}@proxy:1080")]
    [InlineData($"http://a%3Ab:{Password}@proxy:8080")]
    public async Task An_address_that_cannot_be_used_is_not_repeated(string address)
    {
        var text = new StringBuilder(Message(() => RelayProxy.Parse(address, null, "HTTPS_PROXY")));
        text.Append(Message(() => GatewayConfigurationReader.Read(Encoding.UTF8.GetBytes($$"""{ "upstreams": [{ "url": "{{address}}" }] }"""), "gateway.json")));
        foreach (var variable in new[] { "HTTPS_PROXY", "https_proxy", "ALL_PROXY" })
        {
            var options = new DoctorOptions(new Uri("https://builder.invalid")) { Variable = name => name == variable ? address : null, Variables = () => [(variable, address)], Quick = true, Only = ["C01", "C02"] };
            using var folder = new TemporaryFolder();
            var report = await Doctor.ExamineAsync(options, new Progress<string>(), Cancellation);
            SupportBundle.Write(folder["doctor.zip"], report, options, $"pasted {address} and {Password}");
            text.Append(ReportJson.Text(report)).Append(ExternalTool.RunWell("unzip", "-p", folder["doctor.zip"]));
        }

        IsClean(text.ToString());
    }

    [Fact]
    public async Task A_list_that_cannot_be_fetched_is_named_without_what_is_secret_in_its_address()
    {
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var location = $"https://{User}:{Password}@127.0.0.1:{((IPEndPoint)closed.LocalEndPoint!).Port}/ranges.json?signature={Password}";
        using var client = new HttpClient();
        var failure = await Assert.ThrowsAsync<ProblemException>(() => new RangesSource(location, client).ReadAsync(Cancellation));
        IsClean(Text(failure.Problems));
        Assert.Contains("/ranges.json", Text(failure.Problems), StringComparison.Ordinal);
    }

    private static string Message(Action read)
    {
        try
        {
            read();
            return "";
        }
        catch (ProblemException e)
        {
            return Text(e.Problems) + e;
        }
    }

    private static string Text(IEnumerable<Problem> problems) => string.Join('\n', problems.Select(problem => problem.ToString()));

    private static void IsClean(string text) => Assert.All(
        [Password, Base64(Password), Base64($"{User}:{Password}"), Uri.EscapeDataString(Password)],
        secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
