using Amazon.Runtime;
using Slipway.Protocol.Client;
using Slipway.Protocol.Proxies;

namespace Slipway.Server.Blobs.S3;

/// <summary>Makes the connections to a store, by whichever of its addresses answers and through the proxy that curl would take.</summary>
/// <param name="patience">How long an answer may take.</param>
internal sealed class S3HttpClients(TimeSpan patience) : HttpClientFactory
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    // A store with several addresses moves; connections that never end would not notice.
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(10);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SocketsHttpHandler
    {
        ConnectCallback = AddressRace.ConnectAsync,
        ConnectTimeout = ConnectTime,
        PooledConnectionLifetime = ConnectionLife,
        Proxy = ProxyEnvironment.OfThisProcess(),
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = patience,
    };
}
