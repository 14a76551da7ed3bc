using System.Net.Sockets;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>What failures on the way to the builder mean. Texts of exceptions are not repeated: they may hold what is secret.</summary>
internal static class RelayFaults
{
    /// <summary>What a failure means.</summary>
    /// <param name="failure">The exception; null when there is none.</param>
    /// <param name="settings">Tells the way.</param>
    /// <param name="witness">Knows what was wrong with a certificate.</param>
    public static Problem Describe(Exception? failure, RelaySettings settings, BuilderWitness witness)
    {
        if (Find<ProblemException>(failure) is { } known)
            return known.Problems[0] with { Message = known.Problems[0].Message + Way(settings) };
        var where = settings.Builder.Authority;
        return Find<HttpRequestException>(failure) switch
        {
            { HttpRequestError: HttpRequestError.NameResolutionError } => RelayProblems.BuilderUnreachable.At(where, "The name of the service is not known where the relay runs." + Way(settings)),
            { HttpRequestError: HttpRequestError.SecureConnectionError } => witness.Refusal is { } refusal
                ? refusal with { Message = refusal.Message + Way(settings) }
                : RelayProblems.BuilderUnreachable.At(where, "The handshake of TLS with the service failed." + Way(settings)),
            { HttpRequestError: HttpRequestError.ConnectionError } e when Find<SocketException>(e) is { } socket => RelayProblems.BuilderUnreachable.At(where, Sentence(socket) + Way(settings)),
            _ when failure is OperationCanceledException || Find<TimeoutException>(failure) is not null => RelayProblems.BuilderSilent.At(where, "Nothing came for too long." + Way(settings)),
            _ => RelayProblems.BuilderBroken.At(where, "The connection broke off before the answer came." + Way(settings)),
        };
    }

    /// <summary>What kept a connection from being made.</summary>
    public static string Sentence(SocketException? socket) => socket?.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "The connection was refused.",
        SocketError.TimedOut => "The connection could not be made in time.",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown => "There is no route to that address.",
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "The name is not known where the relay runs.",
        _ => "The connection could not be made.",
    };

    private static string Way(RelaySettings settings) => settings.Proxy is { } proxy ? $" The relay goes through the proxy {proxy.Place}." : " The relay goes there straight, without a proxy.";

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
