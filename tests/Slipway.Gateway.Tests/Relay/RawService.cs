using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Slipway.Gateway.Tests.Relay;

/// <summary>A builder that remembers the bytes of each request, and answers as a test wants.</summary>
internal sealed class RawService : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    public RawService((string Certificate, string Key)? files = null)
    {
        _certificate = files is { } pair ? X509Certificate2.CreateFromPemFile(pair.Certificate, pair.Key) : null;
        _listener.Start();
        Address = new Uri($"{(files is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The heads of requests, as they came.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    /// <summary>The bodies.</summary>
    public ConcurrentQueue<byte[]> Bodies { get; } = new();

    /// <summary>Answers a request; gives whether the connection stays open. Null reads no body first.</summary>
    public Func<string, Stream, Task<bool>> Answer { get; set; } = (_, stream) => WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

    public bool ReadsBodies { get; set; } = true;

    public static async Task<bool> WriteAsync(Stream stream, string text)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        await stream.FlushAsync();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _certificate?.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using Stream stream = _certificate is null ? client.GetStream() : new SslStream(client.GetStream());
                if (stream is SslStream encrypted)
                    await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
                while (await HeadAsync(stream) is { } head)
                {
                    Heads.Enqueue(head);
                    if (ReadsBodies)
                        Bodies.Enqueue(await BodyAsync(stream, head));
                    if (!await Answer(head, stream))
                        return;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The relay went away.
            }
        }
    }

    private async Task<string?> HeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0)
                return null;
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private async Task<byte[]> BodyAsync(Stream stream, string head)
    {
        var body = new MemoryStream();
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
        {
            for (int length; (length = int.Parse(await LineAsync(stream), NumberStyles.HexNumber, CultureInfo.InvariantCulture)) > 0;)
            {
                body.Write(await TakeAsync(stream, length));
                await LineAsync(stream);
            }

            while ((await LineAsync(stream)).Length > 0)
            {
                // Trailers.
            }
        }
        else if (head.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line)
        {
            body.Write(await TakeAsync(stream, int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture)));
        }

        return body.ToArray();
    }

    private async Task<byte[]> TakeAsync(Stream stream, int length)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, _end.Token);
        return bytes;
    }

    private async Task<string> LineAsync(Stream stream)
    {
        var line = new StringBuilder();
        while (line.Length < 2 || line[^1] != '\n')
            line.Append((char)(await TakeAsync(stream, 1))[0]);
        return line.ToString().TrimEnd();
    }
}
