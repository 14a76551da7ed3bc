using Slipway.Protocol.Client;
using Slipway.Protocol.Gateways;

namespace Slipway.Cli.Remote;

/// <summary>Creates clients of services for this program.</summary>
internal static class ServiceClient
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>Opens a client with a token. If this machine is enrolled, the client signs its requests and names the user.</summary>
    public static SlipwayClient Open(Uri server, string? token) => new(
        MachineIdentityStore.OfThisUser().Find(server) is { } identity ? Connect(server, token, new RequestSigner(identity, TimeProvider.System)) : Connect(server, token),
        new RetryPolicy(FirstPause));

    /// <summary>Opens a connection to a service.</summary>
    public static ServiceConnection Connect(Uri server, string? token, RequestSigner? signer = null) =>
        new(server, token, $"slipway/{SlipwayCommand.Version}", Patience) { Signer = signer, Person = signer is null ? null : Environment.UserName };
}
