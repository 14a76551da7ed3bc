using System.Buffers;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// Carries bytes both ways until both sides have ended their stream. While no data arrives, it holds no buffer.
/// </summary>
internal sealed class Tunnel(ProxyConnection client, ProxyConnection server, ProxySession session)
{
    private const int FirstBuffer = 64 * 1024;

    // Data is passed on in pieces of the size in which it arrives, which halves the system calls for one fast tunnel.
    private const int LargestBuffer = 256 * 1024;

    /// <summary>The number of bytes sent to the server.</summary>
    public long Up { get; private set; }

    /// <summary>The number of bytes sent to the client.</summary>
    public long Down { get; private set; }

    /// <summary>Runs until both directions have ended or one side fails.</summary>
    public Task RunAsync() => Task.WhenAll(PumpAsync(client, server, isUp: true), PumpAsync(server, client, isUp: false));

    private async Task PumpAsync(ProxyConnection from, ProxyConnection to, bool isUp)
    {
        try
        {
            while (await MoveAsync(from, to, isUp))
            {
            }

            await to.FinishAsync();
        }
        catch (Exception e)
        {
            // When one side no longer receives, the other one need not send.
            client.Dispose();
            server.Dispose();
            if (!ProxySession.IsEnd(e))
                throw;
        }
    }

    private static byte[] Enlarge(byte[] buffer)
    {
        ArrayPool<byte>.Shared.Return(buffer);
        return ArrayPool<byte>.Shared.Rent(LargestBuffer);
    }

    private async ValueTask<bool> MoveAsync(ProxyConnection from, ProxyConnection to, bool isUp)
    {
        await from.ReceiveAsync(Memory<byte>.Empty);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            while (true)
            {
                var count = await from.ReceiveAsync(buffer);
                if (count == 0)
                    return false;
                session.Touch();
                await to.SendAsync(buffer.AsMemory(0, count));
                if (isUp)
                    Up += count;
                else
                    Down += count;
                if (from.Socket.Available == 0)
                    return true;
                if (count == buffer.Length && count < LargestBuffer)
                    buffer = Enlarge(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
