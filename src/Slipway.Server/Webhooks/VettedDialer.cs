using System.Net;
using System.Net.Sockets;
using Slipway.Protocol.Client;
using Slipway.Protocol.Network;

namespace Slipway.Server.Webhooks;

/// <summary>
/// Connects to names that strangers gave. A name is resolved once, every address that it has is judged, and the connection goes
/// to an address that was judged; so a name that changes its addresses in between gains nothing.
/// </summary>
/// <param name="targets">What is allowed beside the public internet.</param>
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

    /// <summary>The addresses of a name, all of them public. The message of a refusal does not tell them: they are of a network that strangers should not learn about.</summary>
    /// <exception cref="AddressRefusedException">One is not.</exception>
    public async Task<IPAddress[]> VetAsync(string host, int port, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var number) ? [number] : await resolve(host, cancellation);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        if (!targets.IsAllowed(host, port) && !Array.TrueForAll(addresses, AddressClassifier.IsPublic))
            throw new AddressRefusedException($"{host} does not lead to the public internet.");
        return addresses;
    }

    /// <summary>
    /// Judges a name that a proxy will resolve by what it leads to from here. A name that leads nowhere from here may lead anywhere from
    /// there, so it has to be allowed by name.
    /// </summary>
    /// <exception cref="AddressRefusedException">An address of the name is not public.</exception>
    /// <exception cref="HttpRequestException">The name cannot be judged.</exception>
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
            throw new HttpRequestException($"{host} cannot be looked up from the service, so where a proxy would find it cannot be judged. Whoever runs the service can allow it with --allow-webhook {host}:{port}.", e);
        }
    }
}
