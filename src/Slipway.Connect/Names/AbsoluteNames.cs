using System.Net;

namespace Slipway.Connect.Names;

/// <summary>
/// Looks names up exactly as they are written: in the hosts file, then at the name servers. The system's lookup could append the domains of <c>search</c>
/// in resolv.conf (before it asks for the name itself, depending on <c>ndots</c>), so that a listed name would lead to a host that is not listed.
/// </summary>
/// <param name="hosts">The hosts file.</param>
/// <param name="ask">Asks the name servers for a name.</param>
public sealed class AbsoluteNames(HostsFile hosts, Func<string, CancellationToken, Task<IPAddress[]>> ask)
{
    /// <summary>Looks names up with this machine's hosts file and name servers.</summary>
    public static AbsoluteNames System { get; } = new(HostsFile.System, Dns.GetHostAddressesAsync);

    /// <summary>Returns the addresses of a name; throws the exceptions of <c>ask</c>.</summary>
    public Task<IPAddress[]> LookUpAsync(string name, CancellationToken cancellation)
    {
        if (hosts.Find(name) is { Count: > 0 } listed)
            return Task.FromResult<IPAddress[]>([.. listed]);
        // The search list does not apply to a name with a trailing dot (resolv.conf(5)), but no name in a hosts file ends with one.
        return IsThisMachine(name) ? Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Loopback]) : ask(name + ".", cancellation);
    }

    // RFC 6761, 6.3: these names are not asked of a name server.
    private static bool IsThisMachine(string name) =>
        name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
