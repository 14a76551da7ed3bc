using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Requests;
using Slipway.Listening;

namespace Slipway.Gateway.Tunnels;

/// <summary>One connection of a client, from its request to the end of its tunnel.</summary>
internal sealed class ProxySession : IDisposable
{
    private const int LingerBytes = 256 * 1024;

    private static readonly TimeSpan LingerTime = TimeSpan.FromSeconds(2);

    private readonly Proxy proxy;
    private readonly ProxyConnection client;
    private readonly PendingDecision account;
    private readonly long started;
    private readonly Deadline deadline;
    private ProxyConnection? server;
    private PlainForward? forward;
    private volatile CancellationTokenSource? connecting;
    private bool isDecided;

    public ProxySession(Proxy proxy, Socket socket, IPAddress address, long number)
    {
        this.proxy = proxy;
        Number = number;
        client = new ProxyConnection(socket);
        account = new PendingDecision(proxy.RequestId(number), address, proxy.Time.GetUtcNow());
        started = proxy.Time.GetTimestamp();
        Settings = proxy.Settings;
        deadline = new Deadline(proxy.Clock);
    }

    public long Number { get; }

    /// <summary>The settings of this request. Settings that are applied later do not change it.</summary>
    public ProxySettings Settings { get; }

    /// <summary>The place of this connection; null when the client is turned away.</summary>
    public ConnectionPlace? Place { get; set; }

    /// <summary>Notes that data passed.</summary>
    public void Touch() => deadline.Touch();

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
        switch (deadline.Check(now))
        {
            case DeadlineKind.Receive:
                // Reading from the client ends here; the session can still answer.
                Shut(client.Socket);
                break;
            case DeadlineKind.All:
                Abort(deadline.Passed);
                break;
        }
    }

    /// <summary>Ends the session when the new lists do not allow its destination.</summary>
    public void EndIfForbidden(ProxySettings other)
    {
        if (!other.ReportOnly && account.Destination is { } destination && other.Allow.Decide(destination) is { IsAllowed: false } verdict)
            Abort(verdict.Reason);
    }

    /// <summary>Ends the session, whatever its state.</summary>
    public void Abort(DenyReason reason)
    {
        deadline.Pass(reason);
        try
        {
            connecting?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The connection was established at this very moment.
        }

        client.Dispose();
        server?.Dispose();
    }

    /// <summary>Closes both sides and reports the outcome of the request.</summary>
    public void Dispose()
    {
        client.Dispose();
        server?.Dispose();
        proxy.Ended(this);
        account.End(deadline.Passed);
        try
        {
            if (account.Method is not null || account.Status != 0)
                Decide();
        }
        finally
        {
            proxy.Forget(this);
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
        deadline.Set(Settings.Timeouts.Head, DenyReason.Timeout, DeadlineKind.Receive);
        if (Settings.ClientTls is { } tls)
            await client.SecureAsync(tls, CancellationToken.None);
        var input = new ClientInput(client);
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
            (account.Method, account.Destination) = (head.Method, head.Destination);
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
        if (status == HeadStatus.Invalid || (input.Length > 0 && deadline.Passed == DenyReason.None))
            await RefuseAsync(DenyReason.BadRequest, DenyReason.BadRequest.Status());
        else if (deadline.Passed != DenyReason.None)
            await RefuseAsync(DenyReason.Timeout, DenyReason.Timeout.Status());
    }

    private async ValueTask<bool> AdmitAsync(RequestHead head)
    {
        if (Settings.Authenticator is { } authenticator)
        {
            var certificate = client.Secure?.RemoteCertificate as X509Certificate2;
            account.User = await authenticator.AuthenticateAsync(new ClientEvidence(account.Client, head.ProxyAuthorization, certificate),
                CancellationToken.None);
            if (account.User is null)
            {
                await RefuseAsync(DenyReason.Unauthenticated, authenticator.Challenge is null ? 403 : 407, authenticator.Challenge);
                return false;
            }
        }

        var verdict = Settings.Allow.Decide(head.Destination);
        account.Rule = verdict.Rule;
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
            account.Report(reason);
        return Settings.ReportOnly;
    }

    private async Task<Func<Task>?> ConnectAsync(RequestHead head, ClientInput input)
    {
        deadline.Clear();
        using var timeout = new CancellationTokenSource(Settings.Timeouts.Connect, proxy.Time);
        connecting = timeout;
        var (result, failure) = await new DestinationConnector(Settings, proxy.OwnAddresses(Settings), account.Rule).ConnectAsync(head, timeout.Token);
        connecting = null;
        server = result?.Connection;
        (account.Address, account.Upstream) = (result?.Address, result?.Upstream);
        if (server is null)
        {
            await RefuseAsync(failure, failure == DenyReason.Timeout ? 504 : failure.Status());
            return null;
        }

        if (!head.IsConnect)
        {
            forward = new PlainForward(client, server, account, this);
            deadline.Open(Settings.Timeouts.Idle, Settings.Timeouts.Total);
            await forward.SendRequestAsync(head, result!.ProxyFields, input);
            return RunForwardAsync;
        }

        account.Status = 200;
        await client.SendAsync(ProxyResponses.Established);
        if (!await InspectAsync(input))
            return null;
        if (input.Length > 0)
            await server.SendAsync(input.Received);
        account.Up = input.Length;
        deadline.Open(Settings.Timeouts.Idle, Settings.Timeouts.Total);
        return RunTunnelAsync;
    }

    private async Task RunForwardAsync()
    {
        var outcome = await forward!.RunAsync();
        if (outcome != DenyReason.None && account.Status == 0)
            await RefuseAsync(outcome, outcome.Status());
        else if (forward.IsUnread)
            await LingerAsync();
        else
            await client.FinishAsync();
    }

    private async Task RunTunnelAsync()
    {
        var tunnel = new Tunnel(client, server!, this);
        try
        {
            await tunnel.RunAsync();
        }
        finally
        {
            account.Up += tunnel.Up;
            account.Down += tunnel.Down;
        }
    }

    private async ValueTask<bool> InspectAsync(ClientInput input)
    {
        if (!(account.Rule?.RequiresTls ?? account.Destination!.Port == AllowRule.DefaultPort))
            return true;
        deadline.Set(Settings.Timeouts.Head, DenyReason.Timeout, DeadlineKind.Receive);
        var reader = new ClientHelloReader();
        var status = await input.ReadHelloAsync(reader);
        account.Sni = reader.Hello?.ServerName;
        var reason = ClientHelloRule.Judge(status, reader.Hello, account.Destination!);
        if (status == HelloStatus.Incomplete && deadline.Passed != DenyReason.None)
            reason = DenyReason.Timeout;
        if (reason == DenyReason.None)
            return true;
        if (Settings.ReportOnly && status != HelloStatus.Incomplete)
        {
            account.Report(reason);
            return true;
        }

        account.Refuse(reason);
        if (status == HelloStatus.Complete)
            await client.SendAsync(reason == DenyReason.SniMismatch ? ProxyResponses.UnknownName : ProxyResponses.AccessDenied);
        await LingerAsync();
        return false;
    }

    private async Task RefuseAsync(DenyReason reason, int status, string? challenge = null)
    {
        account.Refuse(reason);
        account.Status = status;
        await client.SendAsync(ProxyResponses.Refusal(status, reason, account, challenge));
        await LingerAsync();
    }

    private void Decide()
    {
        if (!isDecided)
            Settings.Decided?.Invoke(account.ToDecision(proxy.Time.GetElapsedTime(started)));
        isDecided = true;
    }

    // Closing a socket with unread bytes would reset the connection, and the client might not receive the answer (RFC 9112 section 9.6).
    private async Task LingerAsync()
    {
        Decide();
        deadline.Set(LingerTime, account.Reason, DeadlineKind.All);
        await client.FinishAsync();
        if (forward is not null)
            await forward.StopAsync();
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            for (var total = 0; total < LingerBytes;)
            {
                var count = await client.ReceiveAsync(buffer);
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
