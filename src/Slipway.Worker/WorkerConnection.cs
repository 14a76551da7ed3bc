using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;

namespace Slipway.Worker;

/// <summary>Opens connections to a service: outbound only, through the proxy of the environment if there is one.</summary>
public static class WorkerConnection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns a connection with address and token.</summary>
    /// <param name="server">Address of the service.</param>
    /// <param name="token">Text of the token.</param>
    /// <exception cref="ProblemException">The address would send secrets unencrypted, or a variable names a proxy that cannot be used.</exception>
    public static ServiceConnection Open(Uri server, string token)
    {
        if (server.Scheme != Uri.UriSchemeHttps && !(server.Scheme == Uri.UriSchemeHttp && server.IsLoopback))
            throw new ProblemException(HostingProblems.ServiceAddress.At("--service", $"{server} is neither an https address nor one of this machine."));
        // Report a malformed proxy variable now.
        ProxyEnvironment.OfThisProcess().For(server);
        var address = server.ToString();
        return new ServiceConnection(new Uri(address.EndsWith('/') ? address : address + "/"), token, "slipway-worker", Patience);
    }
}
