using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slipway.Testing;

/// <summary>A proxy that lets nobody through and says what it is told to.</summary>
public sealed class TalkativeProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _work;

    /// <summary>Begins to listen.</summary>
    /// <param name="answer">What it answers to the head of a request.</param>
    public TalkativeProxy(Func<string, string> answer)
    {
        _listener.Start();
        _work = ServeAsync(answer);
    }

    /// <summary>The port where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The heads of requests that came.</summary>
    public ConcurrentQueue<string> Heads { get; } = [];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _work;
    }

    private async Task ServeAsync(Func<string, string> answer)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                var head = new StringBuilder();
                var buffer = new byte[4096];
                for (int count; !head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && (count = await stream.ReadAsync(buffer)) > 0;)
                    head.Append(Encoding.ASCII.GetString(buffer, 0, count));
                if (head.Length == 0)
                    continue;
                Heads.Enqueue(head.ToString());
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer(head.ToString())));
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The listener is closed, during the wait for a client or before it.
        }
    }
}
