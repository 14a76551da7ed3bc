using System.Net;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Firewall.Renderers;

/// <summary>The kernel enforces what the files say.</summary>
public sealed class KernelRulesTests : IDisposable
{
    private readonly OwnNetwork _network = new();
    private readonly TemporaryFolder _folder = new();

    private static RuleSet Rules => RealRanges.Rules with { Resolvers = [IPAddress.Parse(OwnNetwork.Resolver)] };

    public void Dispose()
    {
        _network.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Without_rules_everything_can_be_reached()
    {
        foreach (var address in new[] { OwnNetwork.Cdn4, OwnNetwork.Cdn6, OwnNetwork.Other4, OwnNetwork.Other6, OwnNetwork.Resolver })
            Assert.All(new[] { 53, 443, 8443 }, port => Assert.Equal("open", _network.Reach(address, port)));
    }

    [Fact]
    public void Nftables_lets_the_builder_through_and_nothing_else()
    {
        var file = Write("nftables", Rules);
        _network.Run("nft", "-c", "-f", file);
        Assert.Equal("open", _network.Reach(OwnNetwork.Other4, 443));
        _network.Run("nft", "-f", file);
        OnlyTheBuilderIsReached();
        // Applied again, it replaces itself; undone, everything is open.
        _network.Run("nft", "-f", file);
        OnlyTheBuilderIsReached();
        _network.Run("nft", "delete", "table", "inet", "slipway");
        Assert.Equal("open", _network.Reach(OwnNetwork.Other4, 443));
    }

    [Fact]
    public void Nftables_can_stay_silent()
    {
        _network.Run("nft", "-f", Write("nftables", Rules with { Drop = true, Log = false }));
        Assert.Equal("open", _network.Reach(OwnNetwork.Cdn4, 443));
        Assert.Equal("silent", _network.Reach(OwnNetwork.Other4, 443));
        Assert.Equal("silent", _network.Reach(OwnNetwork.Other6, 443));
    }

    [Fact]
    public void Nftables_without_ipv6_addresses_refuses_ipv6()
    {
        _network.Run("nft", "-f", Write("nftables", Rules with { Ipv6 = [] }));
        Assert.Equal("open", _network.Reach(OwnNetwork.Cdn4, 443));
        Assert.Equal("refused", _network.Reach(OwnNetwork.Cdn6, 443));
    }

    [Fact]
    public void Iptables_lets_the_builder_through_and_nothing_else()
    {
        foreach (var tool in new[] { "iptables", "ip6tables" })
        {
            var file = Write(tool, Rules);
            _network.Run($"{tool}-restore", "--noflush", "--test", file);
            _network.Run($"{tool}-restore", "--noflush", file);
            _network.Run(tool, "-A", "OUTPUT", "-j", "SLIPWAY-OUT");
        }

        OnlyTheBuilderIsReached();
        _network.Run("iptables-restore", "--noflush", Write("iptables", Rules));
        OnlyTheBuilderIsReached();
        foreach (var command in new[] { "-D OUTPUT -j SLIPWAY-OUT", "-F SLIPWAY-OUT", "-X SLIPWAY-OUT" })
            _network.Run(["iptables", .. command.Split(' ')]);
        Assert.Equal("open", _network.Reach(OwnNetwork.Other4, 443));
    }

    [Fact]
    public async Task Nftables_keeps_the_rules_before_when_new_ones_are_wrong()
    {
        var command = _network.Command("nft", "-f");
        await command.ApplyAsync(Write("nftables", Rules), CancellationToken.None);
        OnlyTheBuilderIsReached();
        var spoilt = _folder.Add("spoilt", RuleTargets.Render(RuleTargetsTests.Target("nftables"), Rules).Replace("oif \"lo\" accept", "oif nonsense", StringComparison.Ordinal));
        var e = await Assert.ThrowsAsync<ProblemException>(() => command.ApplyAsync(spoilt, CancellationToken.None));
        Assert.Same(FirewallProblems.NotApplied, Assert.Single(e.Problems).Kind);
        OnlyTheBuilderIsReached();
    }

    [Fact]
    public void Ipset_holds_the_prefixes_and_replaces_them()
    {
        _network.Run("ipset", "restore", "-exist", "-file", Write("ipset", Rules));
        _network.Run("ipset", "test", "slipway4", OwnNetwork.Cdn4);
        _network.Run("ipset", "test", "slipway6", OwnNetwork.Cdn6);
        Assert.NotEqual(0, _network.Try("ipset", "test", "slipway4", OwnNetwork.Other4).ExitCode);
        _network.Run("ipset", "restore", "-exist", "-file", Write("ipset", RuleTargetsTests.Rules(3)));
        Assert.NotEqual(0, _network.Try("ipset", "test", "slipway4", OwnNetwork.Cdn4).ExitCode);
        _network.Run("ipset", "test", "slipway4", "13.0.0.1");
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
        Assert.NotEqual(0, _network.Try([.. tool, _folder.Add("spoilt", sound.Replace(part, wrong, StringComparison.Ordinal))]).ExitCode);
    }

    private void OnlyTheBuilderIsReached()
    {
        Assert.Equal("open", _network.Reach(OwnNetwork.Cdn4, 443));
        Assert.Equal("open", _network.Reach(OwnNetwork.Cdn6, 443));
        Assert.Equal("open", _network.Reach(OwnNetwork.Resolver, 53));
        foreach (var (address, port) in new[]
        {
            (OwnNetwork.Cdn4, 8443), (OwnNetwork.Cdn6, 8443), (OwnNetwork.Cdn4, 53), (OwnNetwork.Resolver, 443),
            (OwnNetwork.Other4, 443), (OwnNetwork.Other4, 53), (OwnNetwork.Other6, 443), (OwnNetwork.Other6, 53),
        })
            Assert.Equal((address, port, "refused"), (address, port, _network.Reach(address, port)));
    }

    private string Write(string format, RuleSet rules) => _folder.Add(format, RuleTargets.Render(RuleTargetsTests.Target(format), rules));
}
