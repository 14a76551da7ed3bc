using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slipway.Cli.Tests.Remote;

/// <summary>Whatever goes wrong with a proxy, on whatever verb: its password is printed nowhere, and nothing goes past it.</summary>
public sealed class ProxySecretTests : IDisposable
{
    private const string Canary = "c4nary";
    private const string Server = "https://builder.example.com";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>All verbs that talk to a service or fetch something.</summary>
    public static TheoryData<string> Verbs { get; } = new(
        "builds list", "builds show 0199c1a0-0000-7000-8000-000000000000", "builds logs 0199c1a0-0000-7000-8000-000000000000", "builds cancel 0199c1a0-0000-7000-8000-000000000000",
        "builds retry 0199c1a0-0000-7000-8000-000000000000", "builds download 0199c1a0-0000-7000-8000-000000000000", "credentials list", "credentials remove x", "credentials add @file --name x --kind profile",
        "build @app --id com.example.proxy", "login", "doctor --quick --timeout 1", "gateway enrol --code-file @code", "firewall --format plain --ranges https://builder.example.com/ranges.json");

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task No_verb_prints_the_password(string verb)
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        using var end = new CancellationTokenSource();
        var seen = AnswerAsync(proxy, end.Token);
        var text = new StringBuilder();
        foreach (var address in Proxies(proxy.LocalEndpoint, all: verb == "builds list"))
        {
            var run = Run(verb, address);
            Assert.NotEqual(0, run.ExitCode);
            Assert.DoesNotContain("50000", run.Out + run.Error, StringComparison.Ordinal);
            text.Append(run.Out).Append(run.Error);
        }

        await end.CancelAsync();
        Assert.DoesNotContain(Canary, text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Canary}"))), text.ToString(), StringComparison.Ordinal);
        Assert.True(await seen > 0);
    }

    [Fact]
    public void A_proxy_that_is_off_is_told_from_a_service_that_is()
    {
        var run = Run("builds list --json", "http://127.0.0.1:1");
        Assert.Contains("SLW-NET-10015", run.Out, StringComparison.Ordinal);
        Assert.Contains("HTTPS_PROXY", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("htp://127.0.0.1:1")]
    [InlineData("http://127.0.0.1:port")]
    public void A_setting_that_is_no_proxy_is_refused(string address) => Assert.Contains("SLW-NET-40007", Run("builds list --json", address).Out, StringComparison.Ordinal);

    // One verb meets all that can go wrong, the others what differs from verb to verb.
    private static IEnumerable<string> Proxies(EndPoint place, bool all) =>
        new[] { $"http://user:{Canary}@{place}", $"htp://user:{Canary}@{place}", $"socks5h://user:{Canary}@{place}", $"http://user:{Canary}@127.0.0.1:1", $"http://user:{Canary}@nothing.invalid:1" }.Take(all ? 5 : 2);

    private SlipwayRun Run(string verb, string proxy)
    {
        var words = verb.Split(' ').Select(word => word switch
        {
            "@code" => _folder.Add("code", "ABCD-EFGH"),
            "@file" => _folder.Add("x.mobileprovision", "profile"),
            "@app" => Path.GetDirectoryName(_folder.Add("app/index.html", "<title>Proxy</title>"))!,
            _ => word,
        });
        string[] service = verb.StartsWith("firewall", StringComparison.Ordinal) ? [] : verb.StartsWith("gateway enrol", StringComparison.Ordinal)
            ? ["--server", Server]
            : ["--server", Server, "--token-file", _folder.Add("token", "slw_x")];
        var environment = new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = _folder["config"], ["no_proxy"] = "", ["NO_PROXY"] = "", ["HTTPS_PROXY"] = proxy, ["https_proxy"] = "", ["all_proxy"] = "", ["ALL_PROXY"] = "" };
        return SlipwayRun.Of([.. words, .. service], environment);
    }

    private static async Task<int> AnswerAsync(TcpListener proxy, CancellationToken end)
    {
        var count = 0;
        try
        {
            while (true)
            {
                using var client = await proxy.AcceptTcpClientAsync(end);
                count++;
                _ = await client.GetStream().ReadAtLeastAsync(new byte[4096], 1, throwOnEndOfStream: false, end);
                await client.GetStream().WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), end);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return count;
        }
    }
}
