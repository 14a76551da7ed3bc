using System.Net;
using System.Net.Sockets;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>What failures of the network mean. Texts of exceptions are not repeated: they may hold a proxy's password.</summary>
internal static class NetworkFaults
{
    /// <summary>What a failure means.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="server">Address of the service.</param>
    /// <param name="witness">Knows what was wrong with a certificate.</param>
    public static Problem Describe(Exception failure, Uri server, CertificateWitness witness)
    {
        var proxy = ProxyOf(server);
        var where = HostOf(proxy ?? server);
        return failure switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => NetworkProblems.NameNotResolved.At(where, $"The name {(proxy ?? server).Host} is not known here."),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => witness.Refusal ?? NetworkProblems.TlsFailed.At(HostOf(server), "The handshake of TLS failed."),
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } e => Tunnel(e.StatusCode, where, server),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => NetworkProblems.NotSlipway.At(where, "The answer is not one of HTTP."),
            _ when failure is OperationCanceledException || Find<TimeoutException>(failure) is not null => NetworkProblems.TimedOut.At(where, "Nothing came for too long."),
            _ when Find<SocketException>(failure) is { } socket => Describe(socket, where),
            _ => NetworkProblems.Broken.At(where, "The connection broke off before the answer was complete."),
        };
    }

    /// <summary>Host and port, as a person would look for them.</summary>
    public static string HostOf(Uri address) => address.IsDefaultPort ? address.Host : address.Authority;

    /// <summary>The proxy that leads to a service; null when there is none.</summary>
    public static Uri? ProxyOf(Uri server) =>
        server.IsLoopback || HttpClient.DefaultProxy.IsBypassed(server) || HttpClient.DefaultProxy.GetProxy(server) is not { } proxy || proxy == server ? null : proxy;

    /// <summary>A proxy's refusal of a tunnel or a request.</summary>
    public static Problem Tunnel(HttpStatusCode? status, string where, Uri server) => status == HttpStatusCode.ProxyAuthenticationRequired
        ? NetworkProblems.ProxyPassword.At(where, "The proxy answers 407: it does not know who asks.")
        : NetworkProblems.ProxyRefused.At(where, $"The proxy answers {(int?)status} to the wish to reach {HostOf(server)}.");

    private static Problem Describe(SocketException socket, string where) => socket.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => NetworkProblems.Refused.At(where, "The connection was refused."),
        SocketError.TimedOut => NetworkProblems.TimedOut.At(where, "The connection could not be made in time."),
        // Linux tells of a firewall's answer "prohibited" by EHOSTUNREACH for IPv4 and by EACCES for IPv6.
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AccessDenied => NetworkProblems.Unreachable.At(where, "There is no route to that address, or a firewall forbids it."),
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => NetworkProblems.NameNotResolved.At(where, "The name is not known here."),
        _ => NetworkProblems.Broken.At(where, "The connection broke off before the answer was complete."),
    };

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
