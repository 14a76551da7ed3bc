using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Slipway.Protocol.Client;

namespace Slipway.Gateway.Relay;

/// <summary>The relay's connections to the service, direct or through a proxy.</summary>
internal static class RelayConnections
{
    // Shorter than the idle timeouts of most servers and proxies, so that they do not close a connection while a request uses it.
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(30);

    // The addresses of the service may change. Connections are renewed after this time; running requests keep theirs.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PingTime = TimeSpan.FromSeconds(30);
    private const int StreamWindow = 1 << 20;

    /// <summary>Sends requests.</summary>
    public static HttpMessageInvoker Open(RelaySettings settings, ServiceCertificateValidator witness)
    {
        var handler = new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = settings.ConnectTime,
            EnableMultipleHttp2Connections = true,
            InitialHttp2StreamWindowSize = StreamWindow,
            KeepAlivePingDelay = PingTime,
            KeepAlivePingTimeout = PingTime,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            PooledConnectionIdleTimeout = IdleTime,
            PooledConnectionLifetime = Lifetime,
            UseCookies = false,
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                RemoteCertificateValidationCallback = (_, certificate, chain, errors) => witness.See(certificate, chain, errors),
            },
        };
        handler.ConnectCallback = settings.Proxy is { } proxy
            ? async (connection, cancellation) => await ProxyTunnel.OpenAsync(proxy, connection.DnsEndPoint, Dns.GetHostAddressesAsync, cancellation)
            : AddressRace.ConnectAsync;
        return new HttpMessageInvoker(new ResponseTimeoutHandler(handler, settings.AnswerTime, settings.Service.Authority));
    }
}
