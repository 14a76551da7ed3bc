using Slipway.Protocol.Client;

namespace Slipway.Cli.Remote;

/// <summary>Clients of services, as this program uses them.</summary>
internal static class ServiceClient
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>A client that calls with a token.</summary>
    public static SlipwayClient Open(Uri server, string? token) =>
        new(new ServiceConnection(server, token, $"slipway/{SlipwayCommand.Version}", Patience), new Retries(FirstPause));
}
