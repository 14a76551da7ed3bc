using System.Text;
using Slipway.Connect.Messages;

namespace Slipway.Connect.Proxies;

/// <summary>Asks a proxy for a tunnel (RFC 9110, 9.3.6): for the gateway its parent, for the relay and the doctor the proxy in front of the service.</summary>
internal static class ConnectClient
{
    private const int LoginRequired = 407;
    private const int MostSteps = 4;
    private const int LargestRefusal = 64 * 1024;

    /// <summary>Asks, logs in where the proxy wants that, and returns the head of the last answer. What follows it is not read.</summary>
    /// <param name="proxy">The connection to the proxy.</param>
    /// <param name="authority">Host and port of the tunnel's other end.</param>
    /// <param name="login">Proves to the proxy who asks; null when nothing does.</param>
    /// <param name="agent">Name of the program; null to send none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="NoAnswerException">What came back is no answer of HTTP.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<AnswerHead> AskAsync(Stream proxy, string authority, IUpstreamLogin? login, string? agent, CancellationToken cancellation)
    {
        IDisposable? state = null;
        try
        {
            var authorization = login?.First();
            for (var step = 0; ; step++)
            {
                await proxy.WriteAsync(Request(authority, authorization, agent), cancellation);
                var answer = await AnswerHead.ReceiveAsync(proxy, cancellation);
                if (answer.Status != LoginRequired || login is null || step == MostSteps)
                    return answer;
                authorization = login.Next([.. answer.Fields.Where(f => f.Is("Proxy-Authenticate")).Select(f => f.Value)], ref state);
                if (authorization is null || !await SkipAsync(proxy, answer, cancellation))
                    return answer;
            }
        }
        finally
        {
            state?.Dispose();
        }
    }

    private static byte[] Request(string authority, string? authorization, string? agent)
    {
        var login = authorization is null ? "" : $"Proxy-Authorization: {authorization}\r\n";
        var program = agent is null ? "" : $"User-Agent: {agent}\r\n";
        return Encoding.ASCII.GetBytes($"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{login}{program}\r\n");
    }

    // The page that comes with 407 stands before the answer to the next step.
    private static async Task<bool> SkipAsync(Stream proxy, AnswerHead answer, CancellationToken cancellation)
    {
        if (answer.Body("CONNECT") is not { } body || answer.Fields.Any(f => f.Is("Connection") && f.Value.Contains("close", StringComparison.OrdinalIgnoreCase)))
            return false;
        var one = new byte[1];
        for (var count = 0; !body.IsComplete; count++)
        {
            if (count == LargestRefusal || body.IsInvalid || await proxy.ReadAsync(one, cancellation) == 0)
                return false;
            body.Take(one);
        }

        return true;
    }
}
