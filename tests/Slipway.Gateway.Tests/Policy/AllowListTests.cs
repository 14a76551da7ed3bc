using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tests.Policy;

public sealed class AllowListTests
{
    [Theory]
    // A name is that name: not what is below, above or beside it.
    [InlineData("builder.example.com", "builder.example.com:443", DenyReason.None)]
    [InlineData("builder.example.com", "BUILDER.Example.COM.:443", DenyReason.None)]
    [InlineData("builder.example.com", "a.builder.example.com:443", DenyReason.NotListed)]
    [InlineData("builder.example.com", "example.com:443", DenyReason.NotListed)]
    [InlineData("builder.example.com", "xbuilder.example.com:443", DenyReason.NotListed)]
    [InlineData("builder.example.com", "builder.example.com.evil.test:443", DenyReason.NotListed)]
    [InlineData("builder.example.com", "builder-example.com:443", DenyReason.NotListed)]
    // What is below a name, however deep, and not the name.
    [InlineData("*.example.com", "a.example.com:443", DenyReason.None)]
    [InlineData("*.example.com", "a.b.c.example.com:443", DenyReason.None)]
    [InlineData("*.example.com", "example.com:443", DenyReason.NotListed)]
    [InlineData("*.example.com", "aexample.com:443", DenyReason.NotListed)]
    [InlineData("*.example.com", "a.example.com.evil.test:443", DenyReason.NotListed)]
    // Ports.
    [InlineData("git.example.com:22", "git.example.com:22", DenyReason.None)]
    [InlineData("git.example.com:22", "git.example.com:443", DenyReason.PortNotListed)]
    [InlineData("git.example.com", "git.example.com:22", DenyReason.PortNotListed)]
    [InlineData("git.example.com:1000-2000", "git.example.com:1000", DenyReason.None)]
    [InlineData("git.example.com:1000-2000", "git.example.com:2000", DenyReason.None)]
    [InlineData("git.example.com:1000-2000", "git.example.com:999", DenyReason.PortNotListed)]
    [InlineData("git.example.com:1000-2000", "git.example.com:2001", DenyReason.PortNotListed)]
    [InlineData("git.example.com:*", "git.example.com:1", DenyReason.None)]
    [InlineData("git.example.com:*", "git.example.com:65535", DenyReason.None)]
    // Addresses are listed as addresses.
    [InlineData("builder.example.com", "93.184.215.14:443", DenyReason.AddressLiteral)]
    [InlineData("93.184.215.14", "93.184.215.14:443", DenyReason.None)]
    [InlineData("93.184.215.14", "93.184.215.15:443", DenyReason.AddressLiteral)]
    [InlineData("10.1.2.0/24", "10.1.2.0:443", DenyReason.None)]
    [InlineData("10.1.2.0/24", "10.1.2.255:443", DenyReason.None)]
    [InlineData("10.1.2.0/24", "10.1.3.0:443", DenyReason.AddressLiteral)]
    [InlineData("10.1.2.0/24", "10.1.1.255:443", DenyReason.AddressLiteral)]
    [InlineData("10.1.2.0/24", "10.1.2.7:80", DenyReason.PortNotListed)]
    [InlineData("10.1.2.0/24:80", "10.1.2.7:80", DenyReason.None)]
    [InlineData("10.1.2.0/24", "[::ffff:10.1.2.7]:443", DenyReason.None)]
    [InlineData("2001:db8::/32", "[2001:db8:ffff::1]:443", DenyReason.None)]
    [InlineData("2001:db8::/32", "[2001:db9::1]:443", DenyReason.AddressLiteral)]
    [InlineData("[2001:db8::1]:8443", "[2001:db8::1]:8443", DenyReason.None)]
    [InlineData("[2001:db8::1]:8443", "[2001:db8::1]:443", DenyReason.PortNotListed)]
    public void A_rule_allows_what_it_says_and_no_more(string rule, string destination, DenyReason expected) =>
        Assert.Equal(expected, Decide([rule], [], destination).Reason);

    [Theory]
    [InlineData("a.example.com:443", DenyReason.None)]
    [InlineData("secret.example.com:443", DenyReason.ListedAsDenied)]
    [InlineData("secret.example.com:8443", DenyReason.ListedAsDenied)]
    [InlineData("below.secret.example.com:443", DenyReason.None)]
    public void A_denial_wins_over_every_rule_that_allows(string destination, DenyReason expected) =>
        Assert.Equal(expected, Decide(["*.example.com:*", "secret.example.com"], ["secret.example.com"], destination).Reason);

    [Fact]
    public void Nobody_goes_anywhere_without_rules() => Assert.Equal(DenyReason.NotListed, Decide([], [], "builder.example.com:443").Reason);

    [Fact]
    public void The_rule_that_decided_is_named()
    {
        Assert.Equal("*.example.com", Decide(["other.test", "*.example.com"], [], "a.example.com:443").Rule!.ToString());
        Assert.Null(Decide(["other.test"], [], "a.example.com:443").Rule);
    }

    [Fact]
    public void A_denied_network_counts_for_what_names_lead_to()
    {
        var list = new AllowList([AllowRule.Parse("*.example.com")], [AllowRule.ParseDenied("203.0.113.0/24")]);
        Assert.True(list.Denies(IPAddress.Parse("203.0.113.9"), 443));
        Assert.True(list.Denies(IPAddress.Parse("::ffff:203.0.113.9"), 443));
        Assert.False(list.Denies(IPAddress.Parse("203.0.114.9"), 443));
    }

    private static AllowListVerdict Decide(string[] allow, string[] deny, string destination)
    {
        Assert.True(Destination.TryParse(destination, null, out var parsed), destination);
        return new AllowList(allow.Select(AllowRule.Parse), deny.Select(AllowRule.ParseDenied)).Decide(parsed);
    }
}
