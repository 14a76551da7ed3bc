using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Diagnosis.Tests.Checks;

public sealed class ProxyCheckTests
{
    [Fact]
    public async Task A_proxy_whose_certificate_is_not_trusted_is_told_so()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var secure = new CertificateServer(certificate);
        var untrusted = await FindAsync($"https://localhost:{secure.Port}");
        Assert.Equal("proxy-tls", untrusted.Cause);
        Assert.Contains($"The proxy localhost:{secure.Port} shows a certificate", untrusted.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_closes_instead_of_speaking_tls_is_told_so()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var closing = Task.Run(async () =>
        {
            // The first connection only looks whether somebody listens.
            for (var i = 0; i < 2; i++)
                (await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken)).Dispose();
        }, TestContext.Current.CancellationToken);
        var finding = await FindAsync($"https://localhost:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}");
        Assert.Equal("proxy-tls", finding.Cause);
        Assert.Contains("does not answer in TLS", finding.Summary, StringComparison.Ordinal);
        await closing;
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", "proxy-not-http", "SSH-2.0-OpenSSH_9.2")]
    [InlineData("HTTP/1.1 200 OK\n\n", "proxy-not-http", "HTTP/1.1 200 OK")]
    [InlineData("", "proxy-not-http", "")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 503 Service Unavailable\r\n\r\n<h1>The origin</h1> is down", "proxy-503", "HTTP/1.0 503 Service Unavailable")]
    [InlineData("HTTP/1.1 200\r\n\r\n", null, "HTTP/1.1 200")]
    public async Task What_a_proxy_answers_is_told(string said, string? cause, string line)
    {
        await using var proxy = new TalkativeProxy(_ => said);
        var finding = await FindAsync($"http://127.0.0.1:{proxy.Port}");
        Assert.Equal(cause, finding.Cause);
        Assert.Equal(line, finding.Facts.FirstOrDefault(fact => fact.Name == "answer")?.Value.Trim() ?? "");
        Assert.StartsWith("CONNECT builder.invalid:443 HTTP/1.1\r\nHost: builder.invalid:443\r\nUser-Agent: ", proxy.Heads.First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("socks5://127.0.0.1:1", "curl -x socks5h://127.0.0.1:1 ")]
    [InlineData("socks4a://us3r:p4ssw0rd@127.0.0.1:1", "curl -x socks4a://127.0.0.1:1 -U USER ")]
    [InlineData("http://127.0.0.1:1", "curl -x http://127.0.0.1:1 ")]
    public void Curl_is_told_the_same_proxy(string variable, string line)
    {
        var proxy = Protocol.Proxies.ProxyServer.Parse(variable, "HTTPS_PROXY");
        using var examination = new Examination(new DoctorOptions(new Uri("https://builder.example.com"))) { Proxy = new(proxy.Address, proxy.User, proxy.Password, proxy.Source) };
        Assert.StartsWith(line, ToolLines.Curl(examination, "-v").Line, StringComparison.Ordinal);
    }

    private static async Task<CheckFinding> FindAsync(string proxy)
    {
        var options = new DoctorOptions(new Uri("https://builder.invalid")) { Variable = name => name == "HTTPS_PROXY" ? proxy : null, Variables = () => [], Only = ["C06"] };
        return (await Doctor.ExamineAsync(options, new Progress<string>(), TestContext.Current.CancellationToken)).Checks.Single(check => check.Id == "C06").Finding;
    }
}
