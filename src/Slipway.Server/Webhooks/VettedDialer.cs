using System.Net;
using System.Net.Sockets;
using Slipway.Protocol.Client;
using Slipway.Protocol.Network;

namespace Slipway.Server.Webhooks;

/// <summary>
/// Connects to untrusted host names. It resolves a name once, checks all its addresses, and connects to a checked address, so
/// that a name that changes its addresses in between (DNS rebinding) gains nothing.
/// </summary>
/// <param name="targets">The targets that are allowed beside the public internet.</param>
/// <param name="resolve">Resolves a name.</param>
internal sealed class VettedDialer(WebhookTargets targets, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>Connects, for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="AddressRefusedException">An address of the name is not public.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        return new NetworkStream(await AddressRace.ConnectAsync(await VetAsync(host, port, cancellation), port, cancellation), ownsSocket: true);
    }

    /// <summary>
    /// Returns the addresses of a name, all of them public. The message of a refusal omits the addresses, because they would
    /// reveal the internal network.
    /// </summary>
    /// <exception cref="AddressRefusedException">An address is not public.</exception>
    public async Task<IPAddress[]> VetAsync(string host, int port, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var number) ? [number] : await resolve(host, cancellation);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        if (!targets.IsAllowed(host, port) && !Array.TrueForAll(addresses, AddressClassifier.IsPublic))
            throw new AddressRefusedException($"{host} has an address outside the public internet.");
        return addresses;
    }

    /// <summary>
    /// Checks a name that a proxy will resolve by its addresses as seen from here. A name that cannot be resolved here may have
    /// any address at the proxy, so the operator has to allow it by name.
    /// </summary>
    /// <exception cref="AddressRefusedException">An address of the name is not public.</exception>
    /// <exception cref="HttpRequestException">The name cannot be checked.</exception>
    public async Task JudgeAsync(string host, int port, CancellationToken cancellation)
    {
        if (targets.IsAllowed(host, port))
            return;
        try
        {
            await VetAsync(host, port, cancellation);
        }
        catch (SocketException e)
        {
            throw new HttpRequestException($"The service cannot resolve {host}, so it cannot check where the proxy would connect to. The operator of the service can allow it with --allow-webhook {host}:{port}.", e);
        }
    }
}

/// <summary>Thrown when a name resolves to an address to which the service does not connect.</summary>
internal sealed class AddressRefusedException(string message) : Exception(message);
