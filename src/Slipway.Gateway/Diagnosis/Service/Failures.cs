using System.Net;
using System.Net.Sockets;

namespace Slipway.Gateway.Diagnosis.Service;

/// <summary>What failures of requests mean, in words. Texts of exceptions are not repeated: they may hold a proxy's password.</summary>
internal static class Failures
{
    /// <summary>Is it a failure of the network, and not one of this program?</summary>
    public static bool IsOne(Exception e) => e is HttpRequestException or TimeoutException or IOException or SocketException;

    /// <summary>What it means.</summary>
    public static string Words(Exception e) => e switch
    {
        TimeoutException => "no answer in time",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } http => $"the proxy answers {(int?)http.StatusCode}",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the name cannot be resolved",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "TLS fails",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "the connection cannot be made",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "the answer is not one of HTTP",
        _ => "the connection breaks off",
    };

    /// <summary>A status that is no success.</summary>
    public static string Words(HttpStatusCode status) => $"the answer is {(int)status}";
}
