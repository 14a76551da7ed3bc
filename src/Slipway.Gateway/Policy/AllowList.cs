using System.Net;

namespace Slipway.Gateway.Policy;

/// <summary>
/// Decides which destinations clients may reach. A destination without a rule is refused, and a deny rule overrides every allow
/// rule. The decision depends only on the rules and the destination; no name is looked up.
/// </summary>
public sealed class AllowList
{
    private readonly Dictionary<string, AllowRule[]> _hosts;
    private readonly Dictionary<string, AllowRule[]> _parents;
    private readonly AllowRule[] _networks;
    private readonly AllowList? _denied;

    /// <summary>Creates a list of rules.</summary>
    public AllowList(IEnumerable<AllowRule> allow, IEnumerable<AllowRule> deny)
        : this([.. allow])
    {
        Deny = [.. deny];
        _denied = Deny.Count > 0 ? new AllowList([.. Deny]) : null;
    }

    private AllowList(AllowRule[] rules)
    {
        Allow = rules;
        _hosts = ByName(rules.Where(r => r is { Name: not null, Below: false }));
        _parents = ByName(rules.Where(r => r is { Name: not null, Below: true }));
        _networks = [.. rules.Where(r => r.Name is null)];
    }

    /// <summary>A list that allows nothing.</summary>
    public static AllowList Empty { get; } = new([], []);

    /// <summary>The allow rules.</summary>
    public IReadOnlyList<AllowRule> Allow { get; }

    /// <summary>The deny rules.</summary>
    public IReadOnlyList<AllowRule> Deny { get; } = [];

    /// <summary>Judges a destination.</summary>
    public AllowListVerdict Decide(Destination destination)
    {
        if (_denied?.Find(destination, out _) is { } refusal)
            return new AllowListVerdict(DenyReason.ListedAsDenied, refusal);
        if (Find(destination, out var knowsHost) is { } rule)
            return new AllowListVerdict(DenyReason.None, rule);
        return new AllowListVerdict(
            knowsHost ? DenyReason.PortNotListed : destination.Address is null ? DenyReason.NotListed : DenyReason.AddressLiteral,
            null);
    }

    /// <summary>Returns whether the deny list names an address that a name resolved to.</summary>
    public bool Denies(IPAddress address, int port) => _denied is { _networks.Length: > 0 } && _denied.Find(Destination.Of(address, port), out _) is not null;

    private static Dictionary<string, AllowRule[]> ByName(IEnumerable<AllowRule> rules) =>
        rules.GroupBy(r => r.Name!.Value).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private AllowRule? Find(Destination destination, out bool knowsHost)
    {
        knowsHost = false;
        if (destination.Name is not { } name)
            return First(_networks, destination, ref knowsHost);
        if (_hosts.TryGetValue(name.Value, out var exact) && First(exact, destination, ref knowsHost) is { } rule)
            return rule;
        if (_parents.Count == 0)
            return null;
        var lookup = _parents.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = name.Value.AsSpan();
        while (rest.IndexOf('.') is >= 0 and var dot)
        {
            rest = rest[(dot + 1)..];
            if (lookup.TryGetValue(rest, out var below) && First(below, destination, ref knowsHost) is { } wide)
                return wide;
        }

        return null;
    }

    private static AllowRule? First(AllowRule[] rules, Destination destination, ref bool knowsHost)
    {
        foreach (var rule in rules)
        {
            if (!rule.CoversHost(destination))
                continue;
            knowsHost = true;
            if (rule.CoversPort(destination.Port))
                return rule;
        }

        return null;
    }
}
