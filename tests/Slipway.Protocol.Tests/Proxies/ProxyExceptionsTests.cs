using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Protocol.Proxies;

namespace Slipway.Protocol.Tests.Proxies;

/// <summary>What <c>NO_PROXY</c> takes out is held against curl, which sends real requests to a proxy that counts them.</summary>
public sealed class ProxyExceptionsTests : IDisposable
{
    private readonly TcpListener _proxy = new(IPAddress.Loopback, 0);
    private volatile bool _wasThere;

    public ProxyExceptionsTests() => _proxy.Start();

    public void Dispose() => _proxy.Dispose();

    [Theory]
    [InlineData("example.com", "http://example.com", true)]
    [InlineData("example.com", "https://example.com", true)]
    [InlineData("EXAMPLE.com", "http://example.COM", true)]
    [InlineData("example.com", "http://www.example.com", true)]
    [InlineData("example.com", "http://notexample.com", false)]
    [InlineData(".example.com", "http://example.com", true)]
    [InlineData(".example.com", "http://www.example.com", true)]
    [InlineData(".example.com", "http://notexample.com", false)]
    [InlineData("www.example.com", "http://example.com", false)]
    [InlineData("example.com.", "http://example.com", true)]
    [InlineData("example.com", "http://example.com.", true)]
    [InlineData("com", "http://example.com", true)]
    [InlineData(".", "http://example.com", false)]
    [InlineData("a.example,example.com", "http://example.com", true)]
    [InlineData("a.example , example.com", "http://example.com", true)]
    [InlineData("a.example example.com", "http://example.com", true)]
    [InlineData(" example.com ", "http://example.com", true)]
    [InlineData(",,example.com", "http://example.com", true)]
    [InlineData("*", "http://example.com", true)]
    [InlineData("*", "http://10.1.2.3", true)]
    [InlineData("10.1.2.3", "http://10.1.2.3", true)]
    [InlineData("10.1.2.3", "http://10.1.2.33", false)]
    [InlineData("10.0.0.0/8", "http://10.1.2.3", true)]
    [InlineData("10.0.0.1/8", "http://10.1.2.3", true)]
    [InlineData("10.1.2.0/23", "http://10.1.3.255", true)]
    [InlineData("10.1.2.0/23", "http://10.1.4.0", false)]
    [InlineData("10.1.2.0/33", "http://10.1.2.0", false)]
    [InlineData("1.2.3", "http://0.1.2.3", false)]
    [InlineData("2001:db8::1", "http://[2001:db8::1]", true)]
    [InlineData("2001:db8::/32", "http://[2001:db9::1]", false)]
    [InlineData("example.com:81", "http://example.com:82", false)]
    [InlineData("", "http://example.com", false)]
    public async Task What_curl_reaches_directly_is_reached_directly(string value, string address, bool isDirect) =>
        Assert.Equal((isDirect, isDirect), (await CurlGoesDirectly(value, address), new ProxyExceptions(value).Find(new Uri(address)) is not null));

    [Theory]
    [InlineData("*.example.com", "http://www.example.com")]
    [InlineData("*,a.example", "http://example.com")]
    [InlineData("example.com:8443", "https://example.com:8443")]
    [InlineData("example.com:443", "https://example.com")]
    [InlineData("[2001:db8::1]", "http://[2001:db8::1]")]
    [InlineData("[2001:db8::1]:81", "http://[2001:db8::1]:81")]
    [InlineData("10.1.2.3:81", "http://10.1.2.3:81")]
    [InlineData("2001:db8::/32", "http://[2001:db8:ffff::1]")]
    public async Task What_curl_does_not_know_but_means_one_thing_only_is_reached_directly(string value, string address) =>
        Assert.Equal((false, true), (await CurlGoesDirectly(value, address), new ProxyExceptions(value).Find(new Uri(address)) is not null));

    private async Task<bool> CurlGoesDirectly(string value, string address)
    {
        var place = _proxy.LocalEndpoint.ToString();
        // Whoever goes directly is led to a port on which nobody listens.
        var start = new ProcessStartInfo("curl", ["-q", "-s", "-o", "/dev/null", "--connect-to", "::127.0.0.1:1", "--max-time", "20", address]) { UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        (start.Environment["http_proxy"], start.Environment["https_proxy"], start.Environment["no_proxy"]) = ($"http://{place}", $"http://{place}", value);
        using var curl = Process.Start(start)!;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var accepting = AcceptAsync(end.Token);
        await curl.WaitForExitAsync(TestContext.Current.CancellationToken);
        // Not the task: curl may have its answer and be gone before that is through with its last line.
        var wasThere = _wasThere || _proxy.Pending();
        await end.CancelAsync();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // 7: nobody listens there; 22 and 56: the proxy's answer.
        Assert.Equal(wasThere ? 0 : 7, curl.ExitCode == 56 ? 0 : curl.ExitCode);
        return !wasThere;
    }

    private async Task AcceptAsync(CancellationToken end)
    {
        using var client = await _proxy.AcceptTcpClientAsync(end);
        _wasThere = true;
        _ = await client.GetStream().ReadAtLeastAsync(new byte[4096], 1, cancellationToken: end);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), end);
    }
}
