using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Slipway.Connect.Proxies;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tunnels;
using Slipway.Protocol.Client;

namespace Slipway.Gateway.Upstreams;

/// <summary>One parent proxy.</summary>
/// <param name="address">Where it is; https when it speaks TLS itself.</param>
/// <param name="login">How the gateway proves who it is; null when it does not.</param>
/// <param name="authorities">Who issued its certificate; null for those that the system trusts.</param>
/// <param name="time">The clock.</param>
/// <param name="lookUp">Looks its name up; null for the machine's own way: a parent may be called by a short name.</param>
public sealed class UpstreamParent(Uri address, IUpstreamLogin? login, X509Certificate2Collection? authorities, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp = null)
{
    // Long enough for a lost packet to be sent again; the next parent is waiting.
    private static readonly TimeSpan DialTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AsideTime = TimeSpan.FromSeconds(30);

    private long _asideUntil;

    /// <summary>As people and logs see it.</summary>
    public string Name { get; } = $"{address.Host}:{address.Port}";

    /// <summary>Did it fail a moment ago?</summary>
    public bool IsAside => time.GetUtcNow().UtcTicks < Interlocked.Read(ref _asideUntil);

    /// <summary>Connects through it. What it decided is final; where it failed, the next parent may be asked.</summary>
    public async ValueTask<(RouteResult Result, bool IsFinal)> ConnectAsync(RouteRequest request, CancellationToken cancellation)
    {
        ProxyConnection? connection = null;
        try
        {
            connection = await DialAsync(cancellation);
            if (request.IsPlain)
                return (new RouteResult { Connection = connection, Upstream = Name, ProxyFields = login?.First() is { } field ? $"Proxy-Authorization: {field}\r\n" : "" }, true);
            var answer = await ConnectClient.AskAsync(connection.OpenStream(), request.Destination.ToString(), login, agent: null, cancellation);
            Interlocked.Exchange(ref _asideUntil, 0);
            if (answer.IsSuccess)
                return (new RouteResult { Connection = connection, Upstream = Name }, true);
            connection.Dispose();
            // It says of itself, or of the way behind it, that it cannot: another parent may.
            return (new RouteResult { Failure = DenyReason.UpstreamFailed, Upstream = Name }, answer.Status < 500);
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            connection?.Dispose();
            Interlocked.Exchange(ref _asideUntil, (time.GetUtcNow() + AsideTime).UtcTicks);
            return (new RouteResult { Failure = DenyReason.UpstreamFailed, Upstream = Name }, false);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    private async Task<ProxyConnection> DialAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var dial = new CancellationTokenSource(DialTime, time);
        await using var _ = dial.Token.Register(patience.Cancel);
        var socket = await AddressRace.ConnectAsync(address.IdnHost, address.Port, lookUp ?? Dns.GetHostAddressesAsync, patience.Token);
        try
        {
            return address.Scheme == Uri.UriSchemeHttp ? new ProxyConnection(socket) : new ProxyConnection(socket, await SecureAsync(socket, patience.Token));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<SslStream> SecureAsync(Socket socket, CancellationToken cancellation)
    {
        var secure = new SslStream(new NetworkStream(socket, ownsSocket: false));
        var options = new SslClientAuthenticationOptions { TargetHost = address.IdnHost };
        if (authorities is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        await secure.AuthenticateAsClientAsync(options, cancellation);
        return secure;
    }
}
