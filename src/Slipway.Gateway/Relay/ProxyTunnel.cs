using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Slipway.Connect.Messages;
using Slipway.Connect.Proxies;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>
/// A tunnel through a forward proxy. It is opened here and not by the runtime, which sends user and password only when it is asked for
/// them, a round trip for each connection, and does not tell why a proxy refuses.
/// </summary>
internal static class ProxyTunnel
{
    private const string Agent = "slipway-relay";
    private const int LongestReason = 60;

    /// <summary>Opens a tunnel.</summary>
    /// <param name="proxy">The proxy.</param>
    /// <param name="target">Host and port at its other end.</param>
    /// <param name="lookUp">Looks the proxy's name up.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">There is none to be had.</exception>
    public static async Task<Stream> OpenAsync(RelayProxy proxy, DnsEndPoint target, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, CancellationToken cancellation)
    {
        var stream = await ConnectAsync(proxy, lookUp, cancellation);
        try
        {
            Judge(proxy, target, await ConnectClient.AskAsync(stream, Authority(target), proxy.Login, Agent, cancellation));
            return stream;
        }
        catch (NoAnswerException e)
        {
            await stream.DisposeAsync();
            throw new ProblemException(RelayProblems.ProxyUnreachable.At(proxy.Place, "What answers there is no proxy for HTTP."), e);
        }
        catch (IOException e)
        {
            await stream.DisposeAsync();
            throw new ProblemException(RelayProblems.ProxyUnreachable.At(proxy.Place, "The proxy closed the connection instead of answering."), e);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static async Task<Stream> ConnectAsync(RelayProxy proxy, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, CancellationToken cancellation)
    {
        NetworkStream? stream = null;
        try
        {
            stream = new NetworkStream(await AddressRace.ConnectAsync(proxy.Address.IdnHost, proxy.Address.Port, lookUp, cancellation), ownsSocket: true);
            if (proxy.Address.Scheme == Uri.UriSchemeHttp)
                return stream;
            var encrypted = new SslStream(stream);
            await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = proxy.Address.IdnHost }, cancellation);
            return encrypted;
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException)
        {
            stream?.Dispose();
            throw new ProblemException(RelayProblems.ProxyUnreachable.At(proxy.Place, e is AuthenticationException ? "The proxy's certificate is not trusted." : RelayFaults.Sentence(e as SocketException)), e);
        }
        catch
        {
            stream?.Dispose();
            throw;
        }
    }

    private static string Authority(DnsEndPoint target) =>
        string.Create(CultureInfo.InvariantCulture, $"{(target.Host.Contains(':', StringComparison.Ordinal) ? $"[{target.Host}]" : target.Host)}:{target.Port}");

    private static void Judge(RelayProxy proxy, DnsEndPoint target, AnswerHead answer)
    {
        if (answer.IsSuccess)
            return;
        if (answer.Status == (int)HttpStatusCode.ProxyAuthenticationRequired)
            throw new ProblemException(RelayProblems.ProxyPassword.At(proxy.Place, "The proxy answers 407: it does not know the relay."));
        var reason = answer.Fields.FirstOrDefault(field => field.Is("Slipway-Reason")).Value;
        var because = reason is { Length: > 0 and < LongestReason } && reason.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? $" because of {reason}" : "";
        throw new ProblemException(RelayProblems.ProxyRefused.At(proxy.Place, $"The proxy answers {answer.Status} to the request to reach {target.Host}:{target.Port}{because}."));
    }
}
