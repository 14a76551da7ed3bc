using Amazon.Runtime;
using Slipway.Protocol.Client;
using Slipway.Protocol.Proxies;

namespace Slipway.Server.Blobs.S3;

/// <summary>Creates HTTP clients for a store. They try all its addresses and use the proxy that curl would use.</summary>
/// <param name="patience">The timeout of an answer.</param>
internal sealed class S3HttpClients(TimeSpan patience) : HttpClientFactory
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    // Connections have a maximum age, because one that never ends would not notice that the store's addresses changed.
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
