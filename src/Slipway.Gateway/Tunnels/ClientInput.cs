using System.Buffers;
using Slipway.Connect.Messages;
using Slipway.Gateway.Requests;

namespace Slipway.Gateway.Tunnels;

/// <summary>Data that a client has sent and that is not passed on yet.</summary>
internal sealed class ClientInput(ProxyConnection client)
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(HeadText.MaxHead);
    private int _start;
    private int _end;

    /// <summary>The number of bytes.</summary>
    public int Length => _end - _start;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Received => _buffer.AsMemory(_start, Length);

    /// <summary>Reads the head of the request. Returns none when the client ended before the head was complete, or when it is not valid.</summary>
    public async ValueTask<(HeadStatus Status, RequestHead? Head)> ReadHeadAsync()
    {
        while (true)
        {
            var more = await FillAsync();
            var status = RequestHead.Read(Received.Span, out var head, out var length);
            if (status == HeadStatus.Complete)
                _start += length;
            if (status != HeadStatus.Incomplete || !more)
                return (status, head);
        }
    }

    /// <summary>Reads a TLS hello, which stays in the buffer to be passed on.</summary>
    public async ValueTask<HelloStatus> ReadHelloAsync(ClientHelloReader reader)
    {
        while (true)
        {
            var status = reader.Read(Received.Span);
            if (status != HelloStatus.Incomplete || !await FillAsync())
                return status;
        }
    }

    /// <summary>Receives more; returns false at the end.</summary>
    public async ValueTask<bool> FillAsync()
    {
        if (_start == _end)
            (_start, _end) = (0, 0);
        else if (_end == _buffer.Length)
            MakeRoom();
        var count = await client.ReceiveAsync(_buffer.AsMemory(_end));
        _end += count;
        return count > 0;
    }

    /// <summary>Removes data that was passed on.</summary>
    public void Take(int count) => _start += count;

    /// <summary>Returns the buffer to its pool.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end) = ([], 0, 0);
    }

    private void MakeRoom()
    {
        var larger = Length > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(2 * _buffer.Length) : _buffer;
        Received.CopyTo(larger);
        (_start, _end) = (0, Length);
        if (larger == _buffer)
            return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
