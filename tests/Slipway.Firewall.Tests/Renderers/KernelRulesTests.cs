using System.Net;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests.Renderers;

/// <summary>The kernel enforces what the files say.</summary>
public sealed class KernelRulesTests(OwnNetwork network) : IClassFixture<OwnNetwork>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static RuleSet Rules => RealRanges.Rules with { Resolvers = [IPAddress.Parse(OwnNetwork.Resolver)] };

    public void Dispose()
    {
        network.Open();
        _folder.Dispose();
    }

    [Fact]
    public void Without_rules_everything_can_be_reached()
    {
        var places = new[] { OwnNetwork.Cdn4, OwnNetwork.Cdn6, OwnNetwork.Other4, OwnNetwork.Other6, OwnNetwork.Resolver }.SelectMany(a => new[] { 53, 443, 8443 }.Select(p => (a, p))).ToList();
        Assert.Equal(Enumerable.Repeat("open", places.Count), network.Reach(places));
    }

    [Fact]
    public void Nftables_lets_the_builder_through_and_nothing_else()
    {
        var file = Write("nftables", Rules);
        network.Run("nft", "-c", "-f", file);
        Assert.Equal("open", network.Reach(OwnNetwork.Other4, 443));
        network.Run("nft", "-f", file);
        OnlyTheServiceIsReached();
        // Applied again, it replaces itself; undone, everything is open.
        network.Run("nft", "-f", file);
        OnlyTheServiceIsReached();
        network.Run("nft", "delete", "table", "inet", "slipway");
        Assert.Equal("open", network.Reach(OwnNetwork.Other4, 443));
    }

    [Fact]
    public void Nftables_can_stay_silent()
    {
        network.Run("nft", "-f", Write("nftables", Rules with { Drop = true, Log = false }));
        Assert.Equal(["open", "silent", "silent"], network.Reach([(OwnNetwork.Cdn4, 443), (OwnNetwork.Other4, 443), (OwnNetwork.Other6, 443)]));
    }

    [Fact]
    public void Nftables_without_ipv6_addresses_refuses_ipv6()
    {
        network.Run("nft", "-f", Write("nftables", Rules with { Ipv6 = [] }));
        Assert.Equal("open", network.Reach(OwnNetwork.Cdn4, 443));
        Assert.Equal("refused", network.Reach(OwnNetwork.Cdn6, 443));
    }

    [Fact]
    public void Iptables_lets_the_builder_through_and_nothing_else()
    {
        foreach (var tool in new[] { "iptables", "ip6tables" })
        {
            var file = Write(tool, Rules);
            network.Run($"{tool}-restore", "--noflush", "--test", file);
            network.Run($"{tool}-restore", "--noflush", file);
            network.Run(tool, "-A", "OUTPUT", "-j", "SLIPWAY-OUT");
        }

        OnlyTheServiceIsReached();
        network.Run("iptables-restore", "--noflush", Write("iptables", Rules));
        OnlyTheServiceIsReached();
        foreach (var command in new[] { "-D OUTPUT -j SLIPWAY-OUT", "-F SLIPWAY-OUT", "-X SLIPWAY-OUT" })
            network.Run(["iptables", .. command.Split(' ')]);
        Assert.Equal("open", network.Reach(OwnNetwork.Other4, 443));
    }

    [Fact]
    public async Task Nftables_keeps_the_rules_before_when_new_ones_are_wrong()
    {
        var command = network.Command("nft", "-f");
        await command.ApplyAsync(Write("nftables", Rules), CancellationToken.None);
        OnlyTheServiceIsReached();
        var spoilt = _folder.Add("spoilt", RuleTargets.Render(RuleTargetsTests.Target("nftables"), Rules).Replace("oif \"lo\" accept", "oif nonsense", StringComparison.Ordinal));
        var e = await Assert.ThrowsAsync<ProblemException>(() => command.ApplyAsync(spoilt, CancellationToken.None));
        Assert.Same(FirewallProblems.NotApplied, Assert.Single(e.Problems).Kind);
        OnlyTheServiceIsReached();
    }

    [Fact]
    public void Ipset_holds_the_prefixes_and_replaces_them()
    {
        network.Run("ipset", "restore", "-exist", "-file", Write("ipset", Rules));
        network.Run("ipset", "test", "slipway4", OwnNetwork.Cdn4);
        network.Run("ipset", "test", "slipway6", OwnNetwork.Cdn6);
        Assert.NotEqual(0, network.Try("ipset", "test", "slipway4", OwnNetwork.Other4).ExitCode);
        network.Run("ipset", "restore", "-exist", "-file", Write("ipset", RuleTargetsTests.Rules(3)));
        Assert.NotEqual(0, network.Try("ipset", "test", "slipway4", OwnNetwork.Cdn4).ExitCode);
        network.Run("ipset", "test", "slipway4", "13.0.0.1");
    }

    [Fact]
    public void Files_that_are_loaded_again_double_nothing_and_keep_no_address_that_left()
    {
        var fewer = Rules with { Ipv4 = [.. Rules.Ipv4.Where(p => p.ToString() != "13.32.0.0/15")], Ipv6 = [] };
        Assert.NotEqual(Rules.Ipv4.Count, fewer.Ipv4.Count);
        Twice(["nft", "-f"], "nftables", ["nft", "list", "table", "inet", "slipway"], fewer, "13.32.0.0");
        Twice(["iptables-restore", "--noflush"], "iptables", ["iptables", "-S", "SLIPWAY-OUT"], fewer, "13.32.0.0");
        Twice(["ipset", "restore", "-exist", "-file"], "ipset", ["ipset", "list", "slipway4", "-output", "save", "-sorted"], fewer, "13.32.0.0");
    }

    [Fact]
    public void Ipset_takes_a_list_that_grows_and_one_that_allows_everything()
    {
        foreach (var count in new[] { 3, 1100, 3 })
            network.Run("ipset", "restore", "-exist", "-file", Write("ipset", RuleTargetsTests.Rules(count)));
        var everything = new RuleSet { Source = Rules.Source, Ipv4 = [new CidrPrefix(false, 0, 0)], Ipv6 = [new CidrPrefix(true, 0, 0)] };
        network.Run("ipset", "restore", "-exist", "-file", Write("ipset", everything));
        foreach (var (set, address) in new[] { ("slipway4", "1.2.3.4"), ("slipway4", "200.2.3.4"), ("slipway6", "2001:db8::1"), ("slipway6", "fd00::1") })
            network.Run("ipset", "test", set, address);
    }

    [Theory]
    [InlineData("nftables", "13.32.0.0/15", "13.32.0.0/45", "nft", "-c", "-f")]
    [InlineData("iptables", "-p tcp", "-p nonsense", "iptables-restore", "--noflush", "--test")]
    [InlineData("ip6tables", "-p tcp", "-p nonsense", "ip6tables-restore", "--noflush", "--test")]
    [InlineData("ipset", "13.32.0.0/15", "13.32.0.0/45", "ipset", "restore", "-exist", "-file")]
    public void The_tools_refuse_a_file_that_was_spoilt(string format, string part, string wrong, params string[] tool)
    {
        var sound = File.ReadAllText(Write(format, Rules));
        Assert.Contains(part, sound, StringComparison.Ordinal);
        Assert.NotEqual(0, network.Try([.. tool, _folder.Add("spoilt", sound.Replace(part, wrong, StringComparison.Ordinal))]).ExitCode);
    }

    private void Twice(string[] load, string format, string[] list, RuleSet fewer, string gone)
    {
        network.Run([.. load, Write(format, Rules)]);
        var once = network.Run(list);
        network.Run([.. load, Write(format, Rules)]);
        Assert.Equal(Entries(once), Entries(network.Run(list)));
        Assert.Contains(gone, once, StringComparison.Ordinal);
        network.Run([.. load, Write(format, fewer)]);
        Assert.DoesNotContain(gone, network.Run(list), StringComparison.Ordinal);
    }

    // The first line of a set has a random number in it.
    private static IEnumerable<string> Entries(string list) => list.Split('\n').Where(line => !line.StartsWith("create ", StringComparison.Ordinal));

    private void OnlyTheServiceIsReached()
    {
        (string, int)[] open = [(OwnNetwork.Cdn4, 443), (OwnNetwork.Cdn6, 443), (OwnNetwork.Resolver, 53)];
        (string, int)[] closed =
        [
            (OwnNetwork.Cdn4, 8443), (OwnNetwork.Cdn6, 8443), (OwnNetwork.Cdn4, 53), (OwnNetwork.Resolver, 443),
            (OwnNetwork.Other4, 443), (OwnNetwork.Other4, 53), (OwnNetwork.Other6, 443), (OwnNetwork.Other6, 53),
        ];
        Assert.Equal(open.Select(p => (p, "open")).Concat(closed.Select(p => (p, "refused"))), open.Concat(closed).Zip(network.Reach(open.Concat(closed))));
    }

    private string Write(string format, RuleSet rules) => _folder.Add(format, RuleTargets.Render(RuleTargetsTests.Target(format), rules));
}
