using Slipway.Gateway.Tests.Hosting;
using Slipway.Gateway.Tests.Upstreams;

namespace Slipway.Gateway.Tests.Clients;

/// <summary>curl says who it is, by password and by certificate.</summary>
public sealed class AuthenticatorTests : IDisposable
{
    private readonly Authority _authority = new();
    private readonly TlsSite _site;

    public AuthenticatorTests() => _site = new TlsSite(_authority);

    [Fact]
    public async Task A_user_with_the_right_password_gets_through()
    {
        var passwords = Path.Combine(_authority.Folder, "passwords");
        File.WriteAllText(passwords, $"ana:{ExternalTool.RunWell("openssl", "passwd", "-6", "right")}");
        File.SetUnixFileMode(passwords, UnixFileMode.UserRead);
        await using var gateway = await GatewayUnderTest.StartAsync(Settings($$""", "clients": { "passwords": "{{passwords}}", "realm": "Plant" }"""));
        Assert.Equal(0, Ask(gateway, "--proxy-user", "ana:right").ExitCode);
        Assert.Equal(0, Ask(gateway, "--proxy-user", "ana:right").ExitCode);
        var (code, output) = Ask(gateway, "--proxy-user", "ana:wrong");
        Assert.NotEqual(0, code);
        Assert.Contains("407", output, StringComparison.Ordinal);
        Assert.Contains("Proxy-Authenticate: Basic realm=\"Plant\"", Ask(gateway).All, StringComparison.OrdinalIgnoreCase);
        var log = string.Join('\n', await gateway.EndAsync());
        Assert.Contains("\"user\":\"ana\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("right", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_with_a_certificate_of_the_authority_gets_through()
    {
        using var strangers = new Authority("Strangers");
        var own = _authority.Issue("gateway", "/CN=localhost", "DNS:localhost", "serverAuth");
        var front = _authority.Issue("front", "/CN=fe-1", "DNS:fe-1.example.com");
        var foreign = strangers.Issue("front", "/CN=fe-1", "DNS:fe-1.example.com");
        await using var gateway = await GatewayUnderTest.StartAsync(Settings($$"""
            , "tls": { "certificate": "{{own.Certificate}}", "key": "{{own.Key}}" }, "clients": { "certificates": { "authority": "{{_authority.Certificate}}", "names": ["fe-*.example.com"] } }
            """));
        var proxy = $"https://localhost:{gateway.Port}";
        Assert.Equal(0, Ask(gateway, "--proxy", proxy, "--proxy-cacert", _authority.Certificate, "--proxy-cert", front.Certificate, "--proxy-key", front.Key).ExitCode);
        Assert.NotEqual(0, Ask(gateway, "--proxy", proxy, "--proxy-cacert", _authority.Certificate, "--proxy-cert", foreign.Certificate, "--proxy-key", foreign.Key).ExitCode);
        Assert.NotEqual(0, Ask(gateway, "--proxy", proxy, "--proxy-cacert", _authority.Certificate).ExitCode);
        Assert.Contains("\"user\":\"fe-1.example.com\"", string.Join('\n', await gateway.EndAsync()), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _site.Dispose();
        _authority.Dispose();
    }

    private string Settings(string more) => $$"""{ "allow": ["localhost:{{_site.Port}}"], "allowAddresses": ["127.0.0.0/8", "::1"]{{more}} }""";

    private ToolResult Ask(GatewayUnderTest gateway, params string[] options) => gateway.Curl(_site.Address, ["--cacert", _authority.Certificate, .. options]);
}
