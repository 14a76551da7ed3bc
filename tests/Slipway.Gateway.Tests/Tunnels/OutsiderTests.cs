using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Tests.Tunnels;

/// <summary>curl and openssl speak through the proxy to a server of openssl.</summary>
public sealed class OutsiderTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort();
    private StartedProcess? _server;

    public async ValueTask InitializeAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=allowed.test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("allowed.test");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        _folder.Add("server.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        _server = StartedProcess.Start("openssl", "s_server", "-accept", $"127.0.0.1:{_port}", "-cert", _folder["server.pem"], "-www");
        await _server.LineAsync("ACCEPT", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Curl_reaches_what_is_listed_and_nothing_else()
    {
        await using var proxy = Start($"allowed.test:{_port}");
        var (code, output) = Curl(proxy, $"https://allowed.test:{_port}/");
        Assert.Equal(0, code);
        Assert.Contains("s_server", output, StringComparison.Ordinal);
        (code, output) = Curl(proxy, $"https://other.test:{_port}/");
        Assert.Equal(56, code);
        Assert.Contains("Slipway-Reason: not-listed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("allowed.test", true)]
    [InlineData("front.test", false)]
    public async Task Openssl_gets_through_with_the_name_that_it_asked_for(string name, bool passes)
    {
        await using var proxy = Start($"allowed.test:{_port}");
        var (_, output) = ExternalTool.Run("sh", "-c", $"echo Q | openssl s_client -proxy 127.0.0.1:{proxy.EndPoints[0].Port} -connect allowed.test:{_port} -servername {name}");
        Assert.Equal(passes, output.Contains("subject=CN = allowed.test", StringComparison.Ordinal));
        Assert.Equal(!passes, output.Contains("unrecognized name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Curl_speaks_tls_to_the_proxy_itself()
    {
        using var certificate = X509Certificate2.CreateFromPemFile(_folder["server.pem"], _folder["server.pem"]);
        await using var proxy = Start($"allowed.test:{_port}", s => s with { ClientTls = new System.Net.Security.SslServerAuthenticationOptions { ServerCertificate = certificate } });
        var address = $"https://allowed.test:{_port}/";
        var (code, output) = ExternalTool.Run("curl", "-svk", "--max-time", "20", "--proxy-insecure", "--proxy", $"https://127.0.0.1:{proxy.EndPoints[0].Port}", address);
        Assert.True(code == 0, output);
        Assert.Contains("s_server", output, StringComparison.Ordinal);
        (code, _) = Curl(proxy, address);
        Assert.NotEqual(0, code);
    }

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ToolResult Curl(Proxy proxy, string address) =>
        ExternalTool.Run("curl", "-svk", "--max-time", "20", "--proxy", $"http://127.0.0.1:{proxy.EndPoints[0].Port}", address);

    private static Proxy Start(string rule, Func<ProxySettings, ProxySettings>? change = null)
    {
        var settings = new ProxySettings
        {
            Allow = new AllowList([AllowRule.Parse(rule)], []),
            Addresses = new AddressRule([IPNetwork.Parse("127.0.0.0/8")], []),
            Resolver = new NameResolver((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), TimeProvider.System, TimeSpan.Zero),
        };
        var proxy = new Proxy(change?.Invoke(settings) ?? settings);
        proxy.Start(new IPEndPoint(IPAddress.Loopback, 0));
        return proxy;
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
