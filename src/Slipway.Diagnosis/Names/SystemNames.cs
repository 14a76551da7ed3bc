using System.Net;
using System.Net.Sockets;
using Slipway.Connect.Names;

namespace Slipway.Diagnosis.Names;

/// <summary>Resolves names as every program on this machine does: from the hosts file first, then from its name servers.</summary>
internal static class SystemNames
{
    /// <summary>Returns the addresses, or why there are none.</summary>
    public static async Task<(IReadOnlyList<IPAddress> Addresses, string? Error)> ResolveAsync(string host, TimeSpan patience, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal))
            return ([literal], null);
        try
        {
            // The system's resolver has a timeout of its own and cannot be cancelled.
            return ([.. (await Dns.GetHostAddressesAsync(host, cancellation).WaitAsync(patience, cancellation)).Distinct()], null);
        }
        catch (SocketException e)
        {
            return ([], e.SocketErrorCode switch
            {
                SocketError.HostNotFound => "the name is not known",
                SocketError.NoData => "the name has no address",
                SocketError.TryAgain => "the name servers do not answer",
                _ => "the name servers failed",
            });
        }
        catch (TimeoutException)
        {
            return ([], "the name servers do not answer");
        }
    }

    /// <summary>Returns whether the hosts file contains the host.</summary>
    public static bool IsInHostsFile(string host) => HostsFile.System.Find(host).Count > 0;
}
