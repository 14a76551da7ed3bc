using System.Net;
using System.Net.Sockets;

namespace Slipway.Firewall;

/// <summary>The allowed destinations, independent of the product that enforces them. Destinations are names or prefixes; everything else is refused.</summary>
public sealed record RuleSet
{
    /// <summary>The source of the prefixes; null for rules by name.</summary>
    public RuleSource? Source { get; init; }

    /// <summary>Allowed names, when the rules are by name.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Allowed IPv4 prefixes, when the rules are by address.</summary>
    public IReadOnlyList<CidrPrefix> Ipv4 { get; init; } = [];

    /// <summary>Allowed IPv6 prefixes, when the rules are by address.</summary>
    public IReadOnlyList<CidrPrefix> Ipv6 { get; init; } = [];

    /// <summary>Allowed TCP ports.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [443];

    /// <summary>The name servers that may be asked; empty for any.</summary>
    public IReadOnlyList<IPAddress> Resolvers { get; init; } = [];

    /// <summary>Whether refused connections are logged.</summary>
    public bool Log { get; init; } = true;

    /// <summary>Whether refused connections get no answer, so that programs wait for their timeout instead of failing at once.</summary>
    public bool Drop { get; init; }

    /// <summary>The addresses of the names, for formats that map names to addresses.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>The proxy for programs, <c>host:port</c>, for formats that name one.</summary>
    public string? Proxy { get; init; }

    /// <summary>The part of the rules to write, from 1, when they do not fit into one file; null for all.</summary>
    public int? Part { get; init; }

    /// <summary>Whether the rules are by name.</summary>
    public bool ByDomain => Domains.Count > 0;

    /// <summary>The prefixes of both families.</summary>
    public IEnumerable<CidrPrefix> Prefixes => Ipv4.Concat(Ipv6);

    /// <summary>One line that names the source of the rules.</summary>
    public string Origin => "slipway firewall: " + (Source?.ToString() ?? "by name: " + string.Join(' ', Domains));

    internal IEnumerable<IPAddress> ResolversOf(bool ipv6) =>
        Resolvers.Where(r => r.AddressFamily == (ipv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork));

    internal int PartsOf(int size) => (Math.Max(Ipv4.Count, Ipv6.Count) + size - 1) / size;

    internal string PortList(string separator = ",") => string.Join(separator, Ports);
}

/// <summary>The source of the addresses in a rule file. It is written into every file, so that the age of the rules can be determined.</summary>
/// <param name="SyncToken">The version of the list.</param>
/// <param name="CreateDate">Its date.</param>
/// <param name="Filter">The selected entries.</param>
/// <param name="Fit">The number of prefixes of each family to which they were merged; null when exactly the addresses are allowed.</param>
/// <param name="Extra">The number of addresses that merging allows in addition.</param>
/// <param name="Retiring">The number of prefixes that have left the list and are still allowed.</param>
public sealed record RuleSource(long SyncToken, string CreateDate, RangeFilter Filter, int? Fit, string Extra, int Retiring = 0)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"ip-ranges.json syncToken={SyncToken} createDate={CreateDate} {Filter}" + (Fit is { } fit ? $" fit={fit} extraAddresses={Extra}" : "")
            + (Retiring > 0 ? $" retiringPrefixes={Retiring}" : "");
}
