using System.Net;
using System.Text.RegularExpressions;

namespace Slipway.Firewall.Tests.Renderers;

/// <summary>Files for products that cannot be run here, held line by line against a grammar of the few statements that they use.</summary>
public sealed class GrammarTests
{
    private const string Ip4 = @"\d{1,3}(\.\d{1,3}){3}";
    private const string Ip6 = @"[0-9a-f:]+:[0-9a-f:]*";
    private const string Any = $"({Ip4}|{Ip6})";

    // https://man.openbsd.org/pf.conf, section GRAMMAR.
    private const string Pf = $@"\#.*|table\ <\w+>\ const\ \{{\ \\|\ \ {Any}/\d+\ \\|\}}|pass\ out\ quick\ on\ lo0\ all|pass\ out\ quick\ inet6\ proto\ icmp6\ all\ icmp6-type\ \{{\ \w+(,\ \w+)*\ \}}"
        + $@"|pass\ out\ quick\ proto\ \{{\ tcp,\ udp\ \}}\ to\ (any|\{{\ {Any}(,\ {Any})*\ \}})\ port\ 53\ keep\ state"
        + @"|pass\ out\ quick\ proto\ tcp\ to\ <\w+>\ port\ \{\ \d+(,\ \d+)*\ \}\ flags\ S/SA\ keep\ state|block\ (drop|return)\ out\ (log\ )?quick\ all";

    // https://www.cisco.com/c/en/us/td/docs/security/asa/asa-cli-reference/A-H/asa-command-ref-A-H.html: access-list extended; I-R: network-object, object-group.
    private const string Asa = $@"!.*|object-group\ network\ \w+|\ network-object\ ({Ip4}\ {Ip4}|{Ip6}/\d+)|access-list\ \w+\ extended\ permit\ (tcp|udp)\ any\ (any|host\ {Any}|object-group\ \w+)\ eq\ \d+|access-list\ \w+\ extended\ deny\ ip\ any\ any(\ log)?";

    // https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/security/d1/sec-d1-cr-book.html: ip access-list, ipv6 access-list, permit, deny.
    private const string Ios = $@"!.*|ip\ access-list\ extended\ \w+|ipv6\ access-list\ \w+|\ permit\ icmp\ any\ any\ nd-n[as]|\ permit\ (tcp|udp)\ any\ (any|host\ {Any}|{Ip4}\ {Ip4}|{Ip6}/\d+)\ eq\ \d+|\ deny\ (ip|ipv6)\ any\ any(\ log)?";

    // https://docs.fortinet.com/document/fortigate/6.0.0/cli-reference/843701: firewall address, address6, addrgrp, addrgrp6, service custom.
    private const string Forti = $@"\#.*|config\ firewall\ (address6?|addrgrp6?|service\ custom)|\ \ edit\ ""[\w-]+""|\ \ \ \ set\ (subnet\ {Ip4}/\d+|ip6\ {Ip6}/\d+|type\ fqdn|fqdn\ [a-z0-9.-]+|member(\ ""[\w-]+"")+|tcp-portrange\ \d+(\ \d+)*)|\ \ next|end";

    // https://help.mikrotik.com/docs/spaces/ROS/pages/130220087/Address-lists and https://help.mikrotik.com/docs/spaces/ROS/pages/47579229/Scripting
    private const string Mikrotik = $@"\#.*|/ip(v6)?\ firewall\ address-list|:do\ \{{\ add\ list=[\w-]+\ address={Any}/\d+\ comment=""[\w\ ]+""\ \}}\ on-error=\{{\ set\ \[find\ list=[\w-]+\ address={Any}/\d+\]\ comment=""[\w\ ]+""\ \}}|remove\ \[find\ list=[\w-]+\ comment!=""[\w\ ]+""\]";

    // https://docs.paloaltonetworks.com/network-security/security-policy/administration/objects/external-dynamic-lists/formatting-guidelines-for-an-external-dynamic-list:
    // address, address/mask or range, then a space and a comment; a comment is never alone on a line.
    private const string PaloAlto = $@"{Any}(/\d+|-{Any})?(\ .+)?";

    // https://sc1.checkpoint.com/documents/R81.20/WebAdminGuides/EN/CP_R81.20_SecurityManagement_AdminGuide/Content/Topics-SECMG/Network_Feed.htm:
    // address, range or address/mask; lines that begin with # are skipped because the object says so.
    private const string CheckPoint = $@"\#.*|{Any}(/\d+|-{Any})?";

    // https://learn.microsoft.com/powershell/module/netsecurity: New-NetFirewallRule, Remove-NetFirewallRule, Set-NetFirewallProfile.
    private const string Windows = $@"\#.*|\[CmdletBinding\(SupportsShouldProcess\)\]|param\(\)|\$ErrorActionPreference\ =\ 'Stop'|\$\w+\ =\ @\(|\ \ \ \ '{Any}(/\d+)?',?|\)|Remove-NetFirewallRule\ -Group\ '[\w ]+'\ -ErrorAction\ SilentlyContinue"
        + @"|New-NetFirewallRule\ -Group\ '[\w ]+'\ -DisplayName\ '[\w ]+'\ -Direction\ Outbound\ -Action\ Allow\ -Protocol\ (TCP|UDP)\ -RemotePort\ \d+(,\d+)*\ -RemoteAddress\ (\$\w+|Any)\ \|\ Out-Null|Set-NetFirewallProfile\ -All\ -DefaultOutboundAction\ Block\ -LogBlocked\ (True|False)";

    private static RuleSet Rules => RealRanges.Rules with { Resolvers = [IPAddress.Parse("10.0.0.53"), IPAddress.Parse("fd00::53")] };

    [Theory]
    [InlineData("pf", Pf)]
    [InlineData("cisco-asa", Asa)]
    [InlineData("cisco-ios", Ios)]
    [InlineData("fortigate", Forti)]
    [InlineData("windows", Windows)]
    [InlineData("mikrotik", Mikrotik)]
    [InlineData("paloalto-edl", PaloAlto)]
    [InlineData("checkpoint", CheckPoint)]
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
    [InlineData("mikrotik")]
    [InlineData("paloalto-edl")]
    [InlineData("checkpoint")]
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

    [Fact]
    public void A_list_for_palo_alto_says_where_it_is_from_behind_its_first_entry() => Assert.StartsWith(
        $"{Rules.Ipv4[0]} slipway firewall: ip-ranges.json syncToken=1787411825 ", Text("paloalto-edl", Rules), StringComparison.Ordinal);

    [Fact]
    public void New_addresses_of_mikrotik_come_before_old_ones_go()
    {
        var lines = Text("mikrotik", Rules).Split('\n');
        Assert.True(Array.FindLastIndex(lines, l => l.Contains(Rules.Ipv4[^1].ToString(), StringComparison.Ordinal)) < Array.FindIndex(lines, l => l.StartsWith("remove ", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(l => l == "remove [find list=slipway-builder comment!=\"slipway 1787411825\"]"));
    }

    [Fact]
    public void A_group_of_fortigate_that_is_too_large_becomes_a_group_of_groups()
    {
        var lines = Text("fortigate", RuleTargetsTests.Rules(256)).Split('\n');
        Assert.Equal(256, Members(lines, "slipway-builder").Count());
        lines = Text("fortigate", RuleTargetsTests.Rules(257)).Split('\n');
        Assert.Equal(["\"slipway-builder-1\"", "\"slipway-builder-2\""], Members(lines, "slipway-builder"));
        Assert.Equal(257, Members(lines, "slipway-builder-1").Concat(Members(lines, "slipway-builder-2")).Distinct().Count());
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    public void A_rule_of_windows_has_a_thousand_addresses(int count, int rules)
    {
        var lines = Text("windows", RuleTargetsTests.Rules(count)).Split('\n');
        Assert.Equal(rules, lines.Count(l => l.Contains(" -RemoteAddress $builder", StringComparison.Ordinal)));
        Assert.All(Enumerable.Range(1, rules), n => Assert.Contains($"$builder{n} = @(", lines));
    }

    private static IEnumerable<string> Members(string[] lines, string group) => lines[Array.LastIndexOf(lines, $"  edit \"{group}\"") + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(2);

    private static string Text(string format, RuleSet rules) => RuleTargets.Render(RuleTargetsTests.Target(format), rules);

    private static IEnumerable<string> Wrong(string grammar, string text)
    {
        var line = new Regex($@"\A({grammar})\z", RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
        return [.. text.TrimEnd('\n').Split('\n').Where(l => !line.IsMatch(l))];
    }
}
