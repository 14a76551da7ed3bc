using System.Text;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Requests;
using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Upstreams;

/// <summary>Asks a parent for a tunnel (RFC 9110, 9.3.6).</summary>
internal static class TunnelRequest
{
    private const int LoginRequired = 407;
    private const int MostSteps = 4;
    private const int LargestRefusal = 64 * 1024;

    /// <summary>Asks, logs in where the parent wants that, and gives the status of the last answer.</summary>
    /// <exception cref="IOException">What came back is no answer.</exception>
    public static async Task<int> SendAsync(Connection connection, Destination destination, IUpstreamLogin? login, CancellationToken cancellation)
    {
        IDisposable? state = null;
        try
        {
            var authorization = login?.First();
            for (var step = 0; ; step++)
            {
                await connection.SendAsync(Head(destination, authorization));
                var answer = await ReadAsync(connection, cancellation);
                if (answer.Status != LoginRequired || login is null || step == MostSteps)
                    return answer.Status;
                authorization = login.Next([.. answer.Fields.Where(f => f.Is("Proxy-Authenticate")).Select(f => f.Value)], ref state);
                if (authorization is null || !await SkipAsync(connection, answer, cancellation))
                    return answer.Status;
            }
        }
        finally
        {
            state?.Dispose();
        }
    }

    private static byte[] Head(Destination destination, string? authorization)
    {
        var login = authorization is null ? "" : $"Proxy-Authorization: {authorization}\r\n";
        return Encoding.ASCII.GetBytes($"CONNECT {destination} HTTP/1.1\r\nHost: {destination}\r\n{login}\r\n");
    }

    // A byte at a time: what follows the head belongs to the tunnel.
    private static async Task<AnswerHead> ReadAsync(Connection connection, CancellationToken cancellation)
    {
        var received = new byte[HeadText.MaxHead];
        for (var length = 0; length < received.Length;)
        {
            if (await connection.ReceiveAsync(received.AsMemory(length, 1), cancellation) == 0)
                throw new IOException("The parent closed the connection instead of answering.");
            length++;
            if (received[length - 1] != (byte)'\n')
                continue;
            var status = AnswerHead.Read(received.AsSpan(0, length), out var head, out _);
            if (status == HeadStatus.Complete && head!.IsInterim)
                length = 0;
            else if (status == HeadStatus.Complete)
                return head!;
            else if (status != HeadStatus.Incomplete)
                throw new IOException("The parent's answer breaks the rules of HTTP.");
        }

        throw new IOException("The head of the parent's answer has no end.");
    }

    // The page that comes with 407 stands before the answer to the next step.
    private static async Task<bool> SkipAsync(Connection connection, AnswerHead answer, CancellationToken cancellation)
    {
        if (answer.Body("CONNECT") is not { } body || answer.Fields.Any(f => f.Is("Connection") && f.Value.Contains("close", StringComparison.OrdinalIgnoreCase)))
            return false;
        var one = new byte[1];
        for (var count = 0; !body.IsComplete; count++)
        {
            if (count == LargestRefusal || body.IsInvalid || await connection.ReceiveAsync(one, cancellation) == 0)
                return false;
            body.Take(one);
        }

        return true;
    }
}
