using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tests.Policy;

public sealed class AddressRuleTests
{
    [Theory]
    [InlineData("93.184.215.14", DenyReason.None)]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c", DenyReason.None)]
    [InlineData("127.0.0.1", DenyReason.AddressClass)]
    [InlineData("0.0.0.0", DenyReason.AddressClass)]
    [InlineData("10.1.2.3", DenyReason.AddressClass)]
    [InlineData("172.15.255.255", DenyReason.None)]
    [InlineData("172.16.0.0", DenyReason.AddressClass)]
    [InlineData("172.31.255.255", DenyReason.AddressClass)]
    [InlineData("172.32.0.0", DenyReason.None)]
    [InlineData("100.63.255.255", DenyReason.None)]
    [InlineData("100.64.0.0", DenyReason.AddressClass)]
    [InlineData("169.254.169.254", DenyReason.AddressClass)]
    [InlineData("::", DenyReason.AddressClass)]
    [InlineData("::1", DenyReason.AddressClass)]
    [InlineData("::ffff:127.0.0.1", DenyReason.AddressClass)]
    [InlineData("::ffff:93.184.215.14", DenyReason.None)]
    [InlineData("64:ff9b::127.0.0.1", DenyReason.AddressClass)]
    [InlineData("64:ff9b::93.184.215.14", DenyReason.None)]
    [InlineData("2002:7f00:1::", DenyReason.AddressClass)]
    [InlineData("2001:0:7f00:1::", DenyReason.AddressClass)]
    [InlineData("fd00::1", DenyReason.AddressClass)]
    [InlineData("fe80::1", DenyReason.AddressClass)]
    public void Only_public_addresses_are_dialled(string address, DenyReason expected) =>
        Assert.Equal(expected, AddressRule.PublicOnly.Judge(IPAddress.Parse(address), 443));

    [Theory]
    [InlineData("10.1.2.0", DenyReason.None)]
    [InlineData("10.1.2.255", DenyReason.None)]
    [InlineData("::ffff:10.1.2.3", DenyReason.None)]
    [InlineData("10.1.3.0", DenyReason.AddressClass)]
    [InlineData("10.1.1.255", DenyReason.AddressClass)]
    public void A_network_can_be_allowed(string address, DenyReason expected) =>
        Assert.Equal(expected, new AddressRule([IPNetwork.Parse("10.1.2.0/24")], []).Judge(IPAddress.Parse(address), 443));

    [Fact]
    public void A_rule_for_an_address_allows_the_address_and_not_its_neighbour()
    {
        var rule = AllowRule.Parse("10.1.2.3");
        Assert.Equal(DenyReason.None, AddressRule.PublicOnly.Judge(IPAddress.Parse("10.1.2.3"), 443, rule));
        Assert.Equal(DenyReason.AddressClass, AddressRule.PublicOnly.Judge(IPAddress.Parse("10.1.2.4"), 443, rule));
    }

    [Theory]
    [InlineData("127.0.0.1:3128", "127.0.0.1", 3128, DenyReason.Loop)]
    [InlineData("127.0.0.1:3128", "127.0.0.1", 3129, DenyReason.None)]
    [InlineData("127.0.0.1:3128", "127.0.0.2", 3128, DenyReason.None)]
    [InlineData("0.0.0.0:3128", "127.0.0.2", 3128, DenyReason.Loop)]
    [InlineData("[::]:3128", "::1", 3128, DenyReason.Loop)]
    [InlineData("[::]:3128", "::ffff:127.0.0.1", 3128, DenyReason.Loop)]
    [InlineData("0.0.0.0:3128", "0.0.0.0", 3128, DenyReason.Loop)]
    public void The_way_never_leads_back_even_where_the_network_is_allowed(string own, string address, int port, DenyReason expected)
    {
        var rule = new AddressRule([IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")], [IPEndPoint.Parse(own)]);
        Assert.Equal(expected, rule.Judge(IPAddress.Parse(address), port));
    }
}
