using System.Buffers;
using Slipway.Connect.Messages;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Requests;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// Passes one request of plain HTTP on and its answer back, then closes both connections. Exactly the body is read from the client:
/// a second request after it could be for a host that was never judged.
/// </summary>
internal sealed class PlainForward(ProxyConnection client, ProxyConnection server, PendingDecision account, ProxySession session)
{
    private const int BufferSize = 16 * 1024;

    private string _method = "";
    private BodyFraming _request = BodyFraming.OfLength(0);
    private bool _isParent;
    private Task _sending = Task.CompletedTask;

    /// <summary>Whether a part of the body was still missing when the answer was complete.</summary>
    public bool IsUnread => !_request.IsComplete;

    /// <summary>Sends the head and the part of the body that arrived with it.</summary>
    public async Task SendRequestAsync(RequestHead head, string? proxyFields, ClientInput input)
    {
        (_method, _isParent) = (head.Method, proxyFields is not null);
        _request = head.IsChunked ? BodyFraming.Chunked() : BodyFraming.OfLength(head.ContentLength);
        var text = Forwarding.Request(head, proxyFields);
        account.Up += text.Length;
        await server.SendAsync(text);
        if (input.Length > 0)
            await SendBodyAsync(input.Received);
    }

    /// <summary>Sends the rest of the body and passes the answer back at the same time.</summary>
    public async Task<DenyReason> RunAsync()
    {
        _sending = SendBodyAsync();
        var outcome = await AnswerAsync();
        if (_request.IsInvalid)
            return account.Status == 0 ? DenyReason.BadRequest : DenyReason.None;
        if (outcome == DenyReason.None && _sending.IsCompleted)
            await _sending;
        return outcome;
    }

    /// <summary>Stops sending the body. Afterwards nothing reads from the client, because a TLS stream allows one reader at a time.</summary>
    public async Task StopAsync()
    {
        server.Dispose();
        await _sending;
    }

    private async Task SendBodyAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (!_request.IsComplete && !_request.IsInvalid)
            {
                var count = await client.ReceiveAsync(buffer);
                if (count == 0)
                    break;
                await SendBodyAsync(buffer.AsMemory(0, count));
            }

            if (!_request.IsComplete)
                server.Dispose();
        }
        catch (Exception e) when (ProxySession.IsEnd(e))
        {
            // The server's answer says what it made of the body.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task SendBodyAsync(ReadOnlyMemory<byte> data)
    {
        var count = _request.Take(data.Span);
        account.Up += count;
        session.Touch();
        await server.SendAsync(data[..count]);
    }

    private async Task<DenyReason> AnswerAsync()
    {
        var input = new ClientInput(server);
        try
        {
            while (true)
            {
                var head = await ReadHeadAsync(input);
                var body = head?.Body(_method);
                if (head is null || body is null)
                    return DenyReason.BadAnswer;
                // A parent's request for credentials is for this gateway and not for the client.
                if (_isParent && head.Status == 407)
                    return DenyReason.UpstreamFailed;
                if (!head.IsInterim)
                    account.Status = head.Status;
                await SendDownAsync(Forwarding.Answer(head));
                if (!head.IsInterim)
                    return await PassBodyAsync(input, body);
            }
        }
        finally
        {
            input.Release();
        }
    }

    private static async Task<AnswerHead?> ReadHeadAsync(ClientInput input)
    {
        while (true)
        {
            var status = AnswerHead.Read(input.Received.Span, out var head, out var length);
            if (status == HeadStatus.Complete)
                input.Take(length);
            if (status != HeadStatus.Incomplete)
                return head;
            try
            {
                if (!await input.FillAsync())
                    return null;
            }
            catch (Exception e) when (ProxySession.IsEnd(e))
            {
                return null;
            }
        }
    }

    private async Task<DenyReason> PassBodyAsync(ClientInput input, BodyFraming body)
    {
        while (true)
        {
            var count = body.Take(input.Received.Span);
            if (count > 0)
                await SendDownAsync(input.Received[..count]);
            input.Take(count);
            if (body.IsComplete || body.IsInvalid || !await input.FillAsync())
                return DenyReason.None;
        }
    }

    private async Task SendDownAsync(ReadOnlyMemory<byte> data)
    {
        account.Down += data.Length;
        session.Touch();
        await client.SendAsync(data);
    }
}
