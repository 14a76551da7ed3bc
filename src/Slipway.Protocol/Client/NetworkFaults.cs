using System.Net;
using System.Net.Sockets;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;

namespace Slipway.Protocol.Client;

/// <summary>Maps failures of the network to problems. Messages of exceptions are not repeated: they may contain a proxy's password.</summary>
internal static class NetworkFaults
{
    /// <summary>Returns the problem for a failure.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="server">Address of the service.</param>
    /// <param name="proxy">The proxy on the way; null without one.</param>
    /// <param name="witness">Knows why a certificate was refused.</param>
    public static Problem Describe(Exception failure, Uri server, ProxyServer? proxy, CertificateErrorRecorder witness)
    {
        var where = proxy?.Place ?? HostOf(server);
        return failure switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => NameNotResolved(server, proxy),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Tls(witness.Refusal, server, proxy),
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } e => Tunnel(e.StatusCode, where, server),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => NetworkProblems.NotSlipway.At(where, "The answer is not HTTP."),
            _ when failure is OperationCanceledException || Find<TimeoutException>(failure) is not null => NetworkProblems.TimedOut.At(where, "No data arrived before the timeout."),
            _ when Find<SocketException>(failure) is { } socket => Describe(socket, server, proxy),
            _ => NetworkProblems.Broken.At(where, "The connection broke off before the answer was complete."),
        };
    }

    /// <summary>Returns host and port, as people would look for them.</summary>
    public static string HostOf(Uri address) => address.IsDefaultPort ? address.Host : address.Authority;

    /// <summary>Returns the problem for a proxy that refused a tunnel or a request.</summary>
    public static Problem Tunnel(HttpStatusCode? status, string where, Uri server) => status switch
    {
        HttpStatusCode.ProxyAuthenticationRequired => NetworkProblems.ProxyPassword.At(where, "The proxy answers 407: it requires a login."),
        // A SOCKS proxy has no HTTP status.
        null => NetworkProblems.ProxyRefused.At(where, $"The proxy does not connect to {HostOf(server)}."),
        _ => NetworkProblems.ProxyRefused.At(where, $"The proxy answers {(int)status} to the request for a connection to {HostOf(server)}."),
    };

    private static Problem Tls(Problem? refusal, Uri server, ProxyServer? proxy)
    {
        if (refusal is null)
            return NetworkProblems.TlsFailed.At(HostOf(server), "The TLS handshake failed.");
        return proxy is not null && refusal.Kind == NetworkProblems.CertificateUntrusted
            ? refusal with { Message = $"{refusal.Message} The way leads through the proxy {proxy.Place}, which may look into what is sent." }
            : refusal;
    }

    private static Problem NameNotResolved(Uri server, ProxyServer? proxy) => proxy is null
        ? NetworkProblems.NameNotResolved.At(HostOf(server), $"The name {server.Host} cannot be resolved from here.")
        : NetworkProblems.NameNotResolved.At(proxy.Place, $"The name of the proxy {proxy.Address.Host}, which {proxy.Source} names, is not known here.");

    private static Problem Describe(SocketException socket, Uri server, ProxyServer? proxy) => (socket.SocketErrorCode, proxy) switch
    {
        (SocketError.ConnectionRefused, null) => NetworkProblems.Refused.At(HostOf(server), "The connection was refused."),
        (SocketError.ConnectionRefused, _) => Unreachable(proxy, "refuses the connection"),
        (SocketError.TimedOut, null) => NetworkProblems.TimedOut.At(HostOf(server), "The connection was not established before the timeout."),
        (SocketError.TimedOut, _) => Unreachable(proxy, "does not answer in time"),
        // If a firewall answers "prohibited", Linux reports EHOSTUNREACH for IPv4 and EACCES for IPv6.
        (SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AccessDenied, null) =>
            NetworkProblems.Unreachable.At(HostOf(server), "There is no route to this address, or a firewall rejects the connection."),
        (SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AccessDenied, _) =>
            Unreachable(proxy, "cannot be reached: there is no route to it, or a firewall forbids it"),
        (SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData, _) => NameNotResolved(server, proxy),
        _ => NetworkProblems.Broken.At(proxy?.Place ?? HostOf(server), "The connection broke off before the answer was complete."),
    };

    private static Problem Unreachable(ProxyServer proxy, string how) => NetworkProblems.ProxyUnreachable.At(
        proxy.Place, $"The proxy, which {proxy.Source} names{(proxy.IsPortGiven ? "" : $" without a port, so that {proxy.Address.Port} is taken")}, {how}.");

    private static T? Find<T>(Exception? failure)
        where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is T found)
                return found;
        }

        return null;
    }
}
