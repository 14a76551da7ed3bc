using System.Diagnostics.CodeAnalysis;
using System.Net;
using Slipway.Firewall;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Policy;

/// <summary>
/// A line of an allow list or of a deny list: a host, all hosts below a name, or a network, and ports.
/// </summary>
public sealed record AllowRule
{
    /// <summary>The port of a rule that names none.</summary>
    public const int DefaultPort = 443;

    private const string PlainSuffix = "+plain";

    private static readonly PortRange Default = new(DefaultPort, DefaultPort);

    private AllowRule(HostName? name, bool below, IPNetwork? network) => (Name, Below, Network) = (name, below, network);

    /// <summary>The host, or the name that the hosts are below; null for a network.</summary>
    public HostName? Name { get; }

    /// <summary>Whether the rule covers the hosts below the name and not the name itself.</summary>
    public bool Below { get; }

    /// <summary>The network; null for a name.</summary>
    public IPNetwork? Network { get; }

    /// <summary>The ports, at least one.</summary>
    public IReadOnlyList<PortRange> Ports { get; init; } = [Default];

    /// <summary>Whether a tunnel must carry TLS for the requested host.</summary>
    public bool RequiresTls { get; init; } = true;

    /// <summary>
    /// Reads <c>host</c>, <c>*.host</c> or a network in CIDR form, with <c>:443</c>, <c>:1000-2000</c> or <c>:*</c> after it (IPv6
    /// with ports in brackets), and <c>+plain</c> last when data other than TLS may pass as well.
    /// </summary>
    /// <exception cref="ProblemException">The text is not a rule.</exception>
    public static AllowRule Parse(string text) => TryParse(text, out var rule)
        ? rule
        : throw new ProblemException(GatewayProblems.RuleInvalid.At(text, "It is not a host, *.host or a network, with ports after a colon."));

    /// <summary>Reads a rule; see <see cref="Parse"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out AllowRule? rule) => TryParse(text, Default, out rule);

    /// <summary>Reads a rule of a deny list, which covers every port when it names none.</summary>
    /// <exception cref="ProblemException">The text is not a rule.</exception>
    public static AllowRule ParseDenied(string text) => TryParse(text, PortRange.All, out var rule)
        ? rule
        : throw new ProblemException(GatewayProblems.RuleInvalid.At(text, "It is not a host, *.host or a network, with ports after a colon."));

    private static bool TryParse(ReadOnlySpan<char> text, PortRange ports, [NotNullWhen(true)] out AllowRule? rule)
    {
        rule = null;
        var plain = text.EndsWith(PlainSuffix, StringComparison.Ordinal);
        if (plain)
            text = text[..^PlainSuffix.Length];
        var (host, port) = Divide(text);
        if (!TryParseHost(host, out var read))
            return false;
        if (port.Length > 0 && (port[0] != ':' || !PortRange.TryParse(port.AsSpan(1), out ports)))
            return false;
        rule = read with { Ports = [ports], RequiresTls = !plain };
        return true;
    }

    /// <summary>Returns whether the rule covers the host of a destination, whatever its port.</summary>
    public bool CoversHost(Destination destination) => Name is null
        ? destination.Address is { } address && Network!.Value.Contains(address)
        : destination.Name is { } name && (Below ? name.IsBelow(Name) : name.Value == Name.Value);

    /// <summary>Returns whether the rule covers a port.</summary>
    public bool CoversPort(int port)
    {
        foreach (var range in Ports)
        {
            if (range.Contains(port))
                return true;
        }

        return false;
    }

    /// <summary>The rule as it is written.</summary>
    public override string ToString()
    {
        var ports = string.Join(',', Ports);
        var host = Name is null ? NetworkText(ports != "443") : Below ? $"*.{Name}" : Name.Value;
        return host + (ports == "443" ? "" : ":" + ports) + (RequiresTls ? "" : PlainSuffix);
    }

    /// <inheritdoc/>
    public bool Equals(AllowRule? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private string NetworkText(bool brackets)
    {
        var single = Network!.Value.PrefixLength == Network.Value.BaseAddress.GetAddressBytes().Length * 8;
        var text = single ? Network.Value.BaseAddress.ToString() : Network.Value.ToString();
        return brackets && text.Contains(':', StringComparison.Ordinal) ? $"[{text}]" : text;
    }

    // An IPv6 address contains colons, so its port follows a bracket.
    private static (string Host, string Port) Divide(ReadOnlySpan<char> text)
    {
        if (text.StartsWith('[') && text.IndexOf(']') is > 0 and var bracket)
            return text[..bracket].Contains(':') ? (text[1..bracket].ToString(), text[(bracket + 1)..].ToString()) : ("", "");
        var colon = text.IndexOf(':');
        return colon < 0 || text[(colon + 1)..].Contains(':')
            ? (text.ToString(), "")
            : (text[..colon].ToString(), text[colon..].ToString());
    }

    private static bool TryParseHost(string host, [NotNullWhen(true)] out AllowRule? rule)
    {
        rule = null;
        if (CidrPrefix.TryParse(host, out var prefix) || CidrPrefix.TryParse(host + "/32", out prefix) || CidrPrefix.TryParse(host + "/128", out prefix))
            rule = new AllowRule(null, below: false, new IPNetwork(prefix.Address, prefix.Length));
        else if (HostName.TryParse(host.StartsWith("*.", StringComparison.Ordinal) ? host.AsSpan(2) : host, out var name))
            rule = new AllowRule(name, host.StartsWith("*.", StringComparison.Ordinal), null);
        return rule is not null;
    }
}

/// <summary>A range of ports.</summary>
/// <param name="First">The lowest port, included.</param>
/// <param name="Last">The highest port, included.</param>
public readonly record struct PortRange(int First, int Last)
{
    /// <summary>Every port.</summary>
    public static PortRange All { get; } = new(1, ushort.MaxValue);

    /// <summary>Returns whether the range contains a port.</summary>
    public bool Contains(int port) => port >= First && port <= Last;

    /// <summary>Reads <c>443</c>, <c>1000-2000</c> or <c>*</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PortRange range)
    {
        range = All;
        if (text is "*")
            return true;
        var hyphen = text.IndexOf('-');
        var first = hyphen < 0 ? text : text[..hyphen];
        var last = hyphen < 0 ? text : text[(hyphen + 1)..];
        if (!Destination.TryParsePort(first, out var low) || !Destination.TryParsePort(last, out var high) || low > high)
            return false;
        range = new PortRange(low, high);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => this == All ? "*" : First == Last ? $"{First}" : $"{First}-{Last}";
}
