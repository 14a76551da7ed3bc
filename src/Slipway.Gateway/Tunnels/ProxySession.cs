using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Slipway.Connect.Messages;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Requests;
using Slipway.Listening;

namespace Slipway.Gateway.Tunnels;

/// <summary>One connection of a client, from its request to the end of its tunnel.</summary>
internal sealed class ProxySession : IDisposable
{
    private const int LingerBytes = 256 * 1024;

    private static readonly TimeSpan LingerTime = TimeSpan.FromSeconds(2);

    private readonly Proxy _proxy;
    private readonly ProxyConnection _client;
    private readonly PendingDecision _account;
    private readonly long _started;
    private readonly Deadline _deadline;
    private ProxyConnection? _server;
    private PlainForward? _forward;
    private volatile CancellationTokenSource? _connecting;
    private bool _isDecided;

    public ProxySession(Proxy proxy, Socket socket, IPAddress address, long number)
    {
        _proxy = proxy;
        Number = number;
        _client = new ProxyConnection(socket);
        _account = new PendingDecision(proxy.RequestId(number), address, proxy.Time.GetUtcNow());
        _started = proxy.Time.GetTimestamp();
        Settings = proxy.Settings;
        _deadline = new Deadline(proxy.Clock);
    }

    public long Number { get; }

    /// <summary>The settings of this request. Settings that are applied later do not change it.</summary>
    public ProxySettings Settings { get; }

    /// <summary>The place of this connection; null when the client is turned away.</summary>
    public ConnectionPlace? Place { get; set; }

    /// <summary>Notes that data passed.</summary>
    public void Touch() => _deadline.Touch();

    /// <summary>Returns whether an exception means the end of a connection and not a fault of the program.</summary>
    public static bool IsEnd(Exception e) =>
        e is SocketException or IOException or ObjectDisposedException or OperationCanceledException or AuthenticationException;

    /// <summary>Serves the client. It never throws: it reports an exception that is not the end of a connection as a fault.</summary>
    public async Task RunAsync(DenyReason refusal)
    {
        try
        {
            using (this)
            {
                if (refusal != DenyReason.None)
                    await RefuseAsync(refusal, refusal.Status());
                else if (await OpenAsync() is { } work)
                    await work();
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            // The reason is already noted, or the client closed the connection.
        }
        catch (Exception e)
        {
            Settings.Faulted?.Invoke(e);
        }
    }

    /// <summary>Checks the deadline.</summary>
    public void Check(long now)
    {
        switch (_deadline.Check(now))
        {
            case DeadlineKind.Receive:
                // Reading from the client ends here; the session can still answer.
                Shut(_client.Socket);
                break;
            case DeadlineKind.All:
                Abort(_deadline.Passed);
                break;
        }
    }

    /// <summary>Ends the session when the new lists do not allow its destination.</summary>
    public void EndIfForbidden(ProxySettings other)
    {
        if (!other.ReportOnly && _account.Destination is { } destination && other.Allow.Decide(destination) is { IsAllowed: false } verdict)
            Abort(verdict.Reason);
    }

    /// <summary>Ends the session, whatever its state.</summary>
    public void Abort(DenyReason reason)
    {
        _deadline.Pass(reason);
        try
        {
            _connecting?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The connection was established at this very moment.
        }

        _client.Dispose();
        _server?.Dispose();
    }

    /// <summary>Closes both sides and reports the outcome of the request.</summary>
    public void Dispose()
    {
        _client.Dispose();
        _server?.Dispose();
        _proxy.Ended(this);
        _account.End(_deadline.Passed);
        try
        {
            if (_account.Method is not null || _account.Status != 0)
                Decide();
        }
        finally
        {
            _proxy.Forget(this);
        }
    }

    private static void Shut(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Receive);
        }
        catch (Exception e) when (IsEnd(e))
        {
            // The client is gone already.
        }
    }

    private async Task<Func<Task>?> OpenAsync()
    {
        _deadline.Set(Settings.Timeouts.Head, DenyReason.Timeout, DeadlineKind.Receive);
        if (Settings.ClientTls is { } tls)
            await _client.SecureAsync(tls, CancellationToken.None);
        var input = new ClientInput(_client);
        try
        {
            var (status, head) = await input.ReadHeadAsync();
            if (head is null)
            {
                await RefuseHeadAsync(status, input);
                return null;
            }

            // From here on the connection is not idle, so it is not closed to make room.
            Place?.Begin();
            (_account.Method, _account.Destination) = (head.Method, head.Destination);
            return await AdmitAsync(head) ? await ConnectAsync(head, input) : null;
        }
        finally
        {
            input.Release();
        }
    }

    // A client that connects and sends nothing, as monitors do, has made no request.
    private async Task RefuseHeadAsync(HeadStatus status, ClientInput input)
    {
        if (status == HeadStatus.Invalid || (input.Length > 0 && _deadline.Passed == DenyReason.None))
            await RefuseAsync(DenyReason.BadRequest, DenyReason.BadRequest.Status());
        else if (_deadline.Passed != DenyReason.None)
            await RefuseAsync(DenyReason.Timeout, DenyReason.Timeout.Status());
    }

    private async ValueTask<bool> AdmitAsync(RequestHead head)
    {
        if (Settings.Authenticator is { } authenticator)
        {
            var certificate = _client.Secure?.RemoteCertificate as X509Certificate2;
            _account.User = await authenticator.AuthenticateAsync(new ClientEvidence(_account.Client, head.ProxyAuthorization, certificate),
                CancellationToken.None);
            if (_account.User is null)
            {
                await RefuseAsync(DenyReason.Unauthenticated, authenticator.Challenge is null ? 403 : 407, authenticator.Challenge);
                return false;
            }
        }

        var verdict = Settings.Allow.Decide(head.Destination);
        _account.Rule = verdict.Rule;
        var reason = verdict.Reason;
        // Plain HTTP on the TLS port is refused like any other data that is not TLS.
        if (verdict is { IsAllowed: true, Rule.RequiresTls: true } && !head.IsConnect && head.Destination.Port == AllowRule.DefaultPort)
            reason = DenyReason.NotTls;
        return reason == DenyReason.None || await ReportAsync(reason);
    }

    // Returns true when the request continues in spite of the refusal.
    private async ValueTask<bool> ReportAsync(DenyReason reason)
    {
        if (!Settings.ReportOnly)
            await RefuseAsync(reason, reason.Status());
        else
            _account.Report(reason);
        return Settings.ReportOnly;
    }

    private async Task<Func<Task>?> ConnectAsync(RequestHead head, ClientInput input)
    {
        _deadline.Clear();
        using var timeout = new CancellationTokenSource(Settings.Timeouts.Connect, _proxy.Time);
        _connecting = timeout;
        var (result, failure) = await new DestinationConnector(Settings, _proxy.OwnAddresses(Settings), _account.Rule).ConnectAsync(head, timeout.Token);
        _connecting = null;
        _server = result?.Connection;
        (_account.Address, _account.Upstream) = (result?.Address, result?.Upstream);
        if (_server is null)
        {
            await RefuseAsync(failure, failure == DenyReason.Timeout ? 504 : failure.Status());
            return null;
        }

        if (!head.IsConnect)
        {
            _forward = new PlainForward(_client, _server, _account, this);
            _deadline.Open(Settings.Timeouts.Idle, Settings.Timeouts.Total);
            await _forward.SendRequestAsync(head, result!.ProxyFields, input);
            return RunForwardAsync;
        }

        _account.Status = 200;
        await _client.SendAsync(ProxyResponses.Established);
        if (!await InspectAsync(input))
            return null;
        if (input.Length > 0)
            await _server.SendAsync(input.Received);
        _account.Up = input.Length;
        _deadline.Open(Settings.Timeouts.Idle, Settings.Timeouts.Total);
        return RunTunnelAsync;
    }

    private async Task RunForwardAsync()
    {
        var outcome = await _forward!.RunAsync();
        if (outcome != DenyReason.None && _account.Status == 0)
            await RefuseAsync(outcome, outcome.Status());
        else if (_forward.IsUnread)
            await LingerAsync();
        else
            await _client.FinishAsync();
    }

    private async Task RunTunnelAsync()
    {
        var tunnel = new Tunnel(_client, _server!, this);
        try
        {
            await tunnel.RunAsync();
        }
        finally
        {
            _account.Up += tunnel.Up;
            _account.Down += tunnel.Down;
        }
    }

    private async ValueTask<bool> InspectAsync(ClientInput input)
    {
        if (!(_account.Rule?.RequiresTls ?? _account.Destination!.Port == AllowRule.DefaultPort))
            return true;
        _deadline.Set(Settings.Timeouts.Head, DenyReason.Timeout, DeadlineKind.Receive);
        var reader = new ClientHelloReader();
        var status = await input.ReadHelloAsync(reader);
        _account.Sni = reader.Hello?.ServerName;
        var reason = ClientHelloRule.Judge(status, reader.Hello, _account.Destination!);
        if (status == HelloStatus.Incomplete && _deadline.Passed != DenyReason.None)
            reason = DenyReason.Timeout;
        if (reason == DenyReason.None)
            return true;
        if (Settings.ReportOnly && status != HelloStatus.Incomplete)
        {
            _account.Report(reason);
            return true;
        }

        _account.Refuse(reason);
        if (status == HelloStatus.Complete)
            await _client.SendAsync(reason == DenyReason.SniMismatch ? ProxyResponses.UnknownName : ProxyResponses.AccessDenied);
        await LingerAsync();
        return false;
    }

    private async Task RefuseAsync(DenyReason reason, int status, string? challenge = null)
    {
        _account.Refuse(reason);
        _account.Status = status;
        await _client.SendAsync(ProxyResponses.Refusal(status, reason, _account, challenge));
        await LingerAsync();
    }

    private void Decide()
    {
        if (!_isDecided)
            Settings.Decided?.Invoke(_account.ToDecision(_proxy.Time.GetElapsedTime(_started)));
        _isDecided = true;
    }

    // Closing a socket with unread bytes would reset the connection, and the client might not receive the answer (RFC 9112 section 9.6).
    private async Task LingerAsync()
    {
        Decide();
        _deadline.Set(LingerTime, _account.Reason, DeadlineKind.All);
        await _client.FinishAsync();
        if (_forward is not null)
            await _forward.StopAsync();
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            for (var total = 0; total < LingerBytes;)
            {
                var count = await _client.ReceiveAsync(buffer);
                if (count == 0)
                    return;
                total += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
