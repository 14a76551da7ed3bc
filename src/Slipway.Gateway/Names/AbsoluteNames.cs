using System.Net;

namespace Slipway.Gateway.Names;

/// <summary>
/// Looks names up as they are written: in the hosts file, then at the name servers. The system's own look-up would append the domains
/// of resolv.conf's <c>search</c>, before asking for the name itself where <c>ndots</c> says so, and lead a listed name to a host
/// that nobody listed.
/// </summary>
/// <param name="hosts">The hosts file.</param>
/// <param name="ask">Asks the name servers.</param>
public sealed class AbsoluteNames(HostsFile hosts, Func<string, CancellationToken, Task<IPAddress[]>> ask)
{
    /// <summary>The names of this machine.</summary>
    public static AbsoluteNames System { get; } = new(HostsFile.System, Dns.GetHostAddressesAsync);

    /// <summary>The addresses of a name; throws what asking throws.</summary>
    public Task<IPAddress[]> LookUpAsync(string name, CancellationToken cancellation)
    {
        if (hosts.Find(name) is { Count: > 0 } listed)
            return Task.FromResult<IPAddress[]>([.. listed]);
        // A name that ends with a dot is searched for nowhere (resolv.conf(5)), and the hosts file knows none that does.
        return IsThisMachine(name) ? Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Loopback]) : ask(name + ".", cancellation);
    }

    // RFC 6761, 6.3: no name server is asked for these.
    private static bool IsThisMachine(string name) => name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
