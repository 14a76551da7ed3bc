using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>Connections that are not made, or not by every address.</summary>
public sealed class ConnectionFaultTests(Lab lab) : Fault(lab)
{
    [Fact]
    public void The_port_is_dropped()
    {
        Filter("tcp dport 443 drop");
        var examined = ExamineSilence();
        examined.IsCausedBy("C05", "port-silent");
        Assert.True(examined.IsSkipped("C07", "C05") && examined.IsSkipped("C10", "C05"));
        Assert.Contains($"allow TCP port 443 from {Address.FrontEnd1} and 2001:db8:20::11 to {Address.ServiceName}", examined.Of("C05", "request"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reject with tcp reset", "port-refused")]
    [InlineData("reject with icmpx admin-prohibited", "port-prohibited")]
    public void The_port_is_rejected(string how, string cause)
    {
        Filter($"meta l4proto tcp tcp dport 443 {how}");
        Examine().IsCausedBy("C05", cause);
    }

    [Fact]
    public void Ipv6_is_there_in_name_only()
    {
        Filter("ip6 nexthdr tcp tcp dport 443 drop");
        var examined = ExamineSilence(Only("C04", "C10", "C14"));
        examined.IsCausedBy("C04", "ipv6-broken");
        Assert.Equal("Ok", examined.Of("C10", "state"));
        // It is slower than it could be, and that is all.
        Lab.Build(Machine).Succeeded();
    }

    [Fact]
    public void The_list_of_the_firewall_is_out_of_date()
    {
        var old = Path.Combine(Repository.Root, "tests", "corpus", "ip-ranges", "2025-07-01.json");
        Lab[Machine].Resolver(Address.LateResolver);
        Lab.Apply(Machine, Lab[Machine].Slipway("firewall", "--format", "nftables", "--ranges", old, "--resolver", Address.LateResolver).Well().Out);
        var examined = Examine("--ranges", old);
        examined.IsCausedBy("C03", "ranges-stale", exitCode: 1);
        Assert.Equal(("Fail", "C03"), (examined.Of("C05", "state"), examined.Of("C05", "because")));
        Assert.Contains(Address.NewEdge4, examined.Of("C03", "request"), StringComparison.Ordinal);
    }
}
