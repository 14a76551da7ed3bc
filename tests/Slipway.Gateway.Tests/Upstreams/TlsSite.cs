using Slipway.Gateway.Tests.Clients;

namespace Slipway.Gateway.Tests.Upstreams;

/// <summary>A server of openssl's, by the name localhost.</summary>
internal sealed class TlsSite : IDisposable
{
    private readonly StartedProcess _process;

    public TlsSite(Authority authority)
    {
        var (certificate, key) = authority.Issue("site", "/CN=localhost", "DNS:localhost", "serverAuth");
        Port = Squid.FreePort();
        _process = StartedProcess.Start("openssl", "s_server", "-accept", $"127.0.0.1:{Port}", "-cert", certificate, "-key", key, "-www");
        _process.Line("ACCEPT");
    }

    public int Port { get; }

    public string Address => $"https://localhost:{Port}/";

    public void Dispose() => _process.Dispose();
}
