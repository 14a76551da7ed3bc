using System.Net;
using System.Text.RegularExpressions;

namespace Slipway.Gateway.Tests.Firewall.Renderers;

/// <summary>Files for products that cannot be run here, held line by line against a grammar of the few statements that they use.</summary>
public sealed class GrammarTests
{
    private const string Ip4 = @"\d{1,3}(\.\d{1,3}){3}";
    private const string Ip6 = @"[0-9a-f:]+:[0-9a-f:]*";
    private const string Any = $"({Ip4}|{Ip6})";

    // pf.conf(5) of OpenBSD, section GRAMMAR.
    private const string Pf = $@"\#.*|table\ <\w+>\ const\ \{{\ \\|\ \ {Any}/\d+\ \\|\}}|pass\ out\ quick\ on\ lo0\ all|pass\ out\ quick\ inet6\ proto\ icmp6\ all\ icmp6-type\ \{{\ \w+(,\ \w+)*\ \}}"
        + $@"|pass\ out\ quick\ proto\ \{{\ tcp,\ udp\ \}}\ to\ (any|\{{\ {Any}(,\ {Any})*\ \}})\ port\ 53\ keep\ state"
        + @"|pass\ out\ quick\ proto\ tcp\ to\ <\w+>\ port\ \{\ \d+(,\ \d+)*\ \}\ flags\ S/SA\ keep\ state|block\ (drop|return)\ out\ (log\ )?quick\ all";

    // Command reference of Cisco ASA: object-group, network-object, access-list extended.
    private const string Asa = $@"!.*|object-group\ network\ \w+|\ network-object\ ({Ip4}\ {Ip4}|{Ip6}/\d+)|access-list\ \w+\ extended\ permit\ (tcp|udp)\ any\ (any|host\ {Any}|object-group\ \w+)\ eq\ \d+|access-list\ \w+\ extended\ deny\ ip\ any\ any(\ log)?";

    // Command references of Cisco IOS: ip access-list extended, ipv6 access-list.
    private const string Ios = $@"!.*|ip\ access-list\ extended\ \w+|ipv6\ access-list\ \w+|\ permit\ icmp\ any\ any\ nd-n[as]|\ permit\ (tcp|udp)\ any\ (any|host\ {Any}|{Ip4}\ {Ip4}|{Ip6}/\d+)\ eq\ \d+|\ deny\ (ip|ipv6)\ any\ any(\ log)?";

    // CLI reference of FortiOS: firewall address, address6, addrgrp, addrgrp6, service custom.
    private const string Forti = $@"\#.*|config\ firewall\ (address6?|addrgrp6?|service\ custom)|\ \ edit\ ""[\w-]+""|\ \ \ \ set\ (subnet\ {Ip4}/\d+|ip6\ {Ip6}/\d+|type\ fqdn|fqdn\ [a-z0-9.-]+|member(\ ""[\w-]+"")+|tcp-portrange\ \d+(\ \d+)*)|\ \ next|end";

    // Reference of the PowerShell module NetSecurity: New-NetFirewallRule, Remove-NetFirewallRule, Set-NetFirewallProfile.
    private const string Windows = $@"\#.*|\[CmdletBinding\(SupportsShouldProcess\)\]|param\(\)|\$ErrorActionPreference\ =\ 'Stop'|\$\w+\ =\ @\(|\ \ \ \ '{Any}(/\d+)?',?|\)|Remove-NetFirewallRule\ -Group\ '[\w ]+'\ -ErrorAction\ SilentlyContinue"
        + @"|New-NetFirewallRule\ -Group\ '[\w ]+'\ -DisplayName\ '[\w ]+'\ -Direction\ Outbound\ -Action\ Allow\ -Protocol\ (TCP|UDP)\ -RemotePort\ \d+(,\d+)*\ -RemoteAddress\ (\$\w+|Any)\ \|\ Out-Null|Set-NetFirewallProfile\ -All\ -DefaultOutboundAction\ Block\ -LogBlocked\ (True|False)";

    private static RuleSet Rules => RealRanges.Rules with { Resolvers = [IPAddress.Parse("10.0.0.53"), IPAddress.Parse("fd00::53")] };

    [Theory]
    [InlineData("pf", Pf)]
    [InlineData("cisco-asa", Asa)]
    [InlineData("cisco-ios", Ios)]
    [InlineData("fortigate", Forti)]
    [InlineData("windows", Windows)]
    public void Every_line_is_a_statement_of_the_product(string format, string grammar)
    {
        foreach (var rules in new[] { Rules, Rules with { Resolvers = [], Log = false, Drop = true, Ports = [443, 8443] } })
            Assert.Empty(Wrong(grammar, Text(format, rules)));
        Assert.NotEmpty(Wrong(grammar, Text(format, Rules).Replace("13.32.0.0", "13.32.0.O", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("pf")]
    [InlineData("fortigate")]
    [InlineData("windows")]
    public void No_prefix_is_missing(string format)
    {
        var text = Text(format, Rules);
        Assert.All(Rules.Prefixes, p => Assert.Contains(p.ToString(), text, StringComparison.Ordinal));
    }

    [Fact]
    public void Fortigate_takes_names() => Assert.Empty(Wrong(Forti, Text("fortigate", RealRanges.Names)));

    [Fact]
    public void Asa_has_masks_and_ios_has_the_bits_that_do_not_count()
    {
        var rules = Rules with { Ipv4 = [PrefixSetTests.Parse("13.32.0.0/15"), PrefixSetTests.Parse("13.35.1.1/32")] };
        Assert.Contains("\n network-object 13.32.0.0 255.254.0.0\n network-object 13.35.1.1 255.255.255.255\n", Text("cisco-asa", rules), StringComparison.Ordinal);
        Assert.Contains("\n permit tcp any 13.32.0.0 0.1.255.255 eq 443\n permit tcp any 13.35.1.1 0.0.0.0 eq 443\n", Text("cisco-ios", rules), StringComparison.Ordinal);
        Assert.All(rules.Ipv6, p => Assert.Contains($"\n permit tcp any {p} eq 443\n", Text("cisco-ios", rules), StringComparison.Ordinal));
        Assert.All(rules.Ipv6, p => Assert.Contains($"\n network-object {p}\n", Text("cisco-asa", rules), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pf", "block return out log quick all")]
    [InlineData("cisco-asa", "access-list SLIPWAY_OUT extended deny ip any any log")]
    [InlineData("cisco-ios", " deny ipv6 any any log")]
    [InlineData("windows", "Set-NetFirewallProfile -All -DefaultOutboundAction Block -LogBlocked True")]
    public void The_last_line_refuses_and_logs(string format, string line) => Assert.Equal(line, Text(format, Rules).Split('\n')[^2]);

    private static string Text(string format, RuleSet rules) => RuleTargets.Render(RuleTargetsTests.Target(format), rules);

    private static IEnumerable<string> Wrong(string grammar, string text)
    {
        var line = new Regex($@"\A({grammar})\z", RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
        return [.. text.TrimEnd('\n').Split('\n').Where(l => !line.IsMatch(l))];
    }
}
