using System.Net;
using System.Net.Http.Headers;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;

namespace Slipway.Worker;

/// <summary>Opens the way to a service: outbound only, through the proxy of the environment when there is one.</summary>
public static class ServiceConnection
{
    /// <summary>A client that knows the address and the token.</summary>
    /// <param name="server">Address of the service.</param>
    /// <param name="token">Text of the token.</param>
    /// <exception cref="ProblemException">The address would send secrets in the clear, or a variable names a proxy that cannot be used.</exception>
    public static HttpClient Open(Uri server, string token)
    {
        if (server.Scheme != Uri.UriSchemeHttps && !(server.Scheme == Uri.UriSchemeHttp && server.IsLoopback))
            throw new ProblemException(HostingProblems.ServiceAddress.At("--server", $"{server} is neither an https address nor one of this machine."));
        var proxies = ProxyEnvironment.OfThisProcess();
        // What is wrong with a variable shows here.
        proxies.For(server);
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = AddressRace.ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // A service with several addresses moves; connections that never end would not notice.
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
            AutomaticDecompression = DecompressionMethods.All,
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = proxies,
            ActivityHeadersPropagator = null,
        };
        var address = server.ToString();
        return new HttpClient(handler)
        {
            BaseAddress = new Uri(address.EndsWith('/') ? address : address + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = server.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token), UserAgent = { new ProductInfoHeaderValue("slipway-worker", null) } },
        };
    }
}
