using System.Net.Sockets;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>Turns failures on the way to the service into problems. Texts of exceptions are not repeated, because they may contain secrets.</summary>
internal static class RelayFaults
{
    /// <summary>Returns the problem that a failure stands for.</summary>
    /// <param name="failure">The exception; null when there is none.</param>
    /// <param name="settings">The settings, which name the service and the proxy.</param>
    /// <param name="witness">Knows the problem with the service's certificate.</param>
    public static Problem Describe(Exception? failure, RelaySettings settings, ServiceCertificateValidator witness)
    {
        if (Find<ProblemException>(failure) is { } known)
            return known.Problems[0] with { Message = known.Problems[0].Message + Way(settings) };
        var where = settings.Service.Authority;
        return Find<HttpRequestException>(failure) switch
        {
            { HttpRequestError: HttpRequestError.NameResolutionError } =>
                RelayProblems.ServiceUnreachable.At(where, "The name of the service is not known where the relay runs." + Way(settings)),
            { HttpRequestError: HttpRequestError.SecureConnectionError } => witness.Refusal is { } refusal
                ? refusal with { Message = refusal.Message + Way(settings) }
                : RelayProblems.ServiceUnreachable.At(where, "The TLS handshake with the service failed." + Way(settings)),
            { HttpRequestError: HttpRequestError.ConnectionError } e when Find<SocketException>(e) is { } socket =>
                RelayProblems.ServiceUnreachable.At(where, Sentence(socket) + Way(settings)),
            _ when failure is OperationCanceledException || Find<TimeoutException>(failure) is not null =>
                RelayProblems.ServiceSilent.At(where, "There was no answer in time." + Way(settings)),
            _ => RelayProblems.ServiceDisconnected.At(where, "The connection ended before the answer arrived." + Way(settings)),
        };
    }

    /// <summary>Returns why a connection failed.</summary>
    public static string Sentence(SocketException? socket) => socket?.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "The connection was refused.",
        SocketError.TimedOut => "The connection could not be made in time.",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown => "There is no route to that address.",
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "The name is not known where the relay runs.",
        _ => "The connection could not be made.",
    };

    private static string Way(RelaySettings settings) =>
        settings.Proxy is { } proxy ? $" The relay uses the proxy {proxy.Place}." : " The relay connects directly, without a proxy.";

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
