using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>
/// A tunnel through a forward proxy (RFC 9110, 9.3.6). The name and password go with the first request: waiting to be asked costs a
/// round trip for each connection, and the runtime does not tell why a proxy refuses.
/// </summary>
internal static class ProxyTunnel
{
    private const int LargestHead = 16 * 1024;
    private const int LongestReason = 60;

    /// <summary>Opens a tunnel.</summary>
    /// <param name="proxy">The proxy.</param>
    /// <param name="target">Host and port at its other end.</param>
    /// <param name="lookUp">Looks the proxy's name up.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">There is none to be had.</exception>
    public static async Task<Stream> OpenAsync(ProxyAddress proxy, DnsEndPoint target, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, CancellationToken cancellation)
    {
        var stream = await ConnectAsync(proxy, lookUp, cancellation);
        try
        {
            await stream.WriteAsync(Request(proxy, target), cancellation);
            Judge(proxy, target, await HeadAsync(stream, proxy, cancellation));
            return stream;
        }
        catch (Exception e) when (e is IOException or SocketException)
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

    private static async Task<Stream> ConnectAsync(ProxyAddress proxy, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, CancellationToken cancellation)
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

    private static byte[] Request(ProxyAddress proxy, DnsEndPoint target)
    {
        var authority = string.Create(CultureInfo.InvariantCulture, $"{(target.Host.Contains(':', StringComparison.Ordinal) ? $"[{target.Host}]" : target.Host)}:{target.Port}");
        var login = proxy.Authorization is { } value ? $"Proxy-Authorization: {value}\r\n" : "";
        return Encoding.ASCII.GetBytes($"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{login}User-Agent: slipway-relay\r\n\r\n");
    }

    // The far end does not speak before we do, so nothing may follow the head of the answer.
    private static async Task<string> HeadAsync(Stream stream, ProxyAddress proxy, CancellationToken cancellation)
    {
        var buffer = new byte[LargestHead];
        for (var length = 0; length < buffer.Length;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
                break;
            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
                return Encoding.Latin1.GetString(buffer, 0, end);
        }

        throw new ProblemException(RelayProblems.ProxyUnreachable.At(proxy.Place, "What answers there is no proxy for HTTP."));
    }

    private static void Judge(ProxyAddress proxy, DnsEndPoint target, string head)
    {
        var lines = head.Split("\r\n");
        var first = lines[0].Split(' ', 3);
        if (first.Length < 2 || !first[0].StartsWith("HTTP/1.", StringComparison.Ordinal) || !int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            throw new ProblemException(RelayProblems.ProxyUnreachable.At(proxy.Place, "What answers there is no proxy for HTTP."));
        if (status is >= 200 and < 300)
            return;
        if (status == (int)HttpStatusCode.ProxyAuthenticationRequired)
            throw new ProblemException(RelayProblems.ProxyPassword.At(proxy.Place, "The proxy answers 407: it does not know the relay."));
        var reason = lines.Skip(1).FirstOrDefault(line => line.StartsWith("Slipway-Reason:", StringComparison.OrdinalIgnoreCase))?.Split(':', 2)[1].Trim();
        var because = reason is { Length: > 0 and < LongestReason } && reason.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? $" because of {reason}" : "";
        throw new ProblemException(RelayProblems.ProxyRefused.At(proxy.Place, $"The proxy answers {status} to the wish to reach {target.Host}:{target.Port}{because}."));
    }
}
