using System.Net;
using System.Net.NetworkInformation;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall;

/// <summary>Finds the name servers that this machine asks.</summary>
public static class SystemResolvers
{
    // systemd-resolved lists itself in the first file, and the servers that it asks in the second.
    private static readonly string[] Files = ["/etc/resolv.conf", "/run/systemd/resolve/resolv.conf"];

    /// <summary>Returns the name servers.</summary>
    /// <exception cref="ProblemException">No name server is configured except this machine itself.</exception>
    public static IReadOnlyList<IPAddress> Find() => Find(Files, OfInterfaces);

    internal static IReadOnlyList<IPAddress> Find(IEnumerable<string> files, Func<IEnumerable<IPAddress>> otherwise)
    {
        // Rules cannot contain zones, and connections within this machine are allowed anyway.
        foreach (var source in files.Select(f => Read(f)).Append(otherwise()))
        {
            if (source.Where(a => !IPAddress.IsLoopback(a) && !a.IsIPv6LinkLocal).Distinct().ToList() is { Count: > 0 } found)
                return found;
        }

        throw new ProblemException(FirewallProblems.ResolversUnknown.At("--resolver system", "The only configured name server is this machine itself."));
    }

    private static IEnumerable<IPAddress> Read(string file)
    {
        if (!File.Exists(file))
            return [];
        return from line in File.ReadLines(file)
               let words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
               where words is ["nameserver", ..] && words.Length > 1
               select IPAddress.TryParse(words[1], out var address) ? address : null into address
               where address is not null
               select address;
    }

    private static IEnumerable<IPAddress> OfInterfaces() =>
        NetworkInterface.GetAllNetworkInterfaces().Where(n => n.OperationalStatus == OperationalStatus.Up).SelectMany(n => n.GetIPProperties().DnsAddresses);
}
