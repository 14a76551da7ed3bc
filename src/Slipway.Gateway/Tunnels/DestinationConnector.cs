using System.Net;
using System.Net.Sockets;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Requests;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// Connects to a destination. Its name is looked up once, each address is judged, and an accepted address is dialled. The name is not
/// looked up again, so no second answer can differ from the judged one.
/// </summary>
internal sealed class DestinationConnector(ProxySettings settings, AddressRule addresses, AllowRule? rule)
{
    public async ValueTask<(RouteResult? Result, DenyReason Failure)> ConnectAsync(RequestHead head, CancellationToken timeout)
    {
        try
        {
            var destination = head.Destination;
            IReadOnlyList<IPAddress> judged = [];
            if (destination.Address is not null || settings.Route.ResolvesNames)
            {
                var found = destination.Address is { } literal ? [literal] : await settings.Resolver.ResolveAsync(destination.Name!, timeout);
                judged = Judge(found, destination.Port, out var reason);
                if (reason != DenyReason.None)
                    return (null, reason);
            }

            var result = await settings.Route.ConnectAsync(new RouteRequest(destination, judged, !head.IsConnect), timeout);
            if (result.Connection is { } connection && LeadsBack(connection.Socket))
            {
                connection.Dispose();
                return (result with { Connection = null }, DenyReason.Loop);
            }

            return (result, result.Failure);
        }
        catch (SocketException)
        {
            return (null, DenyReason.NameNotResolved);
        }
        catch (OperationCanceledException)
        {
            return (null, DenyReason.Timeout);
        }
    }

    private IPAddress[] Judge(IPAddress[] found, int port, out DenyReason reason)
    {
        reason = found.Length == 0 ? DenyReason.NameNotResolved : DenyReason.None;
        var passed = 0;
        var kept = found;
        foreach (var address in found)
        {
            var judgement = settings.Allow.Denies(address, port) ? DenyReason.ListedAsDenied : addresses.Judge(address, port, rule);
            if (judgement == DenyReason.None)
            {
                if (kept == found && passed < found.Length)
                    kept = [.. found];
                kept[passed++] = address;
            }
            else
            {
                reason = judgement;
            }
        }

        if (passed > 0)
            reason = DenyReason.None;
        return kept[..passed];
    }

    // The address may be one of this machine that is not configured: a connection whose two ends have the same address leads to this machine.
    private bool LeadsBack(Socket socket) =>
        socket.RemoteEndPoint is IPEndPoint remote && addresses.Own.Any(own => own.Port == remote.Port)
        && socket.LocalEndPoint is IPEndPoint local && local.Address.Equals(remote.Address);
}
