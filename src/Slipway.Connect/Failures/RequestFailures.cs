using System.Net;
using System.Net.Sockets;

namespace Slipway.Connect.Failures;

/// <summary>Describes failures of requests. Texts of exceptions are not repeated, because they may contain a proxy's password.</summary>
internal static class RequestFailures
{
    /// <summary>Returns whether an exception is a failure of the network and not of this program.</summary>
    public static bool IsOne(Exception e) => e is HttpRequestException or TimeoutException or IOException or SocketException;

    /// <summary>Returns the description of a failure.</summary>
    public static string Describe(Exception e) => e switch
    {
        TimeoutException => "no answer in time",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } http => $"the proxy answers {(int?)http.StatusCode}",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the name cannot be resolved",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "TLS fails",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "the connection cannot be made",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "the answer is not one of HTTP",
        _ => "the connection breaks off",
    };

    /// <summary>Returns the description of an unsuccessful status.</summary>
    public static string Describe(HttpStatusCode status) => $"the answer is {(int)status}";
}
