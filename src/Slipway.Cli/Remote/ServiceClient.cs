using Slipway.Protocol.Client;
using Slipway.Protocol.Gateways;

namespace Slipway.Cli.Remote;

/// <summary>Clients of services, as this program uses them.</summary>
internal static class ServiceClient
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>A client that calls with a token; where this machine is enrolled as a server, it proves that and says for whom it calls.</summary>
    public static SlipwayClient Open(Uri server, string? token) => new(
        ServerIdentityStore.OfThisUser().Find(server) is { } identity ? Connect(server, token, new RequestSigner(identity, TimeProvider.System)) : Connect(server, token),
        new Retries(FirstPause));

    /// <summary>A connection to a service.</summary>
    public static ServiceConnection Connect(Uri server, string? token, RequestSigner? signer = null) =>
        new(server, token, $"slipway/{SlipwayCommand.Version}", Patience) { Signer = signer, Person = signer is null ? null : Environment.UserName };
}
