using System.Net.Sockets;
using System.Text;

namespace Slipway.Gateway.Tests.Tunnels;

/// <summary>One end of a connection, read and written by hand.</summary>
internal sealed class Peer(Socket socket) : IDisposable
{
    public Socket Socket => socket;

    public static CancellationToken Patience => TestContext.Current.CancellationToken;

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> data)
    {
        while (!data.IsEmpty)
            data = data[await socket.SendAsync(data, SocketFlags.None, Patience)..];
    }

    /// <summary>Reads up to the empty line.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var text = new StringBuilder();
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var one = await ReadAsync(1);
            if (one.Length == 0)
                break;
            text.Append((char)one[0]);
        }

        return text.ToString();
    }

    public async Task<string> ReadTextAsync(int length) => Encoding.Latin1.GetString(await ReadAsync(length));

    /// <summary>Reads so many bytes, fewer at the end.</summary>
    public async Task<byte[]> ReadAsync(int length)
    {
        var data = new byte[length];
        var read = 0;
        while (read < length)
        {
            var count = await socket.ReceiveAsync(data.AsMemory(read), SocketFlags.None, Patience);
            if (count == 0)
                break;
            read += count;
        }

        return data[..read];
    }

    /// <summary>Reads to the end; a reset counts as the end.</summary>
    public async Task<byte[]> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, SocketFlags.None, Patience) is > 0 and var count)
                all.Write(buffer, 0, count);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            // The other side did not want to hear more.
        }

        return all.ToArray();
    }

    public void Dispose() => socket.Dispose();
}
