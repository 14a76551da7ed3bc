using Slipway.Gateway.Policy;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Policy;

public sealed class AllowRuleTests
{
    [Theory]
    [InlineData("builder.example.com", "builder.example.com")]
    [InlineData("Builder.Example.Com.", "builder.example.com")]
    [InlineData("builder.example.com:443", "builder.example.com")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("*.example.com:80", "*.example.com:80")]
    [InlineData("git.example.com:22+plain", "git.example.com:22+plain")]
    [InlineData("git.example.com:1000-2000", "git.example.com:1000-2000")]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("10.1.2.0/24:*", "10.1.2.0/24:*")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("[2001:db8::/32]:8443", "[2001:db8::/32]:8443")]
    public void A_rule_is_read_and_written(string text, string written)
    {
        Assert.Equal(written, AllowRule.Parse(text).ToString());
        Assert.Equal(AllowRule.Parse(text), AllowRule.Parse(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("a.*.example.com")]
    [InlineData("*example.com")]
    [InlineData("https://example.com")]
    [InlineData("user@example.com")]
    [InlineData("example.com:")]
    [InlineData("example.com:0")]
    [InlineData("example.com:0443")]
    [InlineData("example.com:65536")]
    [InlineData("example.com:2000-1000")]
    [InlineData("example.com:443:443")]
    [InlineData("exa mple.com")]
    [InlineData("exa_mple.com")]
    [InlineData("-example.com")]
    [InlineData("example..com")]
    [InlineData("127.1")]
    [InlineData("0x7f.1")]
    [InlineData("2130706433")]
    [InlineData("10.1.2.3/24")]
    [InlineData("10.1.2.0/33")]
    [InlineData("[builder.example.com]:443")]
    [InlineData("[2001:db8::1]443")]
    [InlineData("[2001:db8::1")]
    public void What_is_no_rule_is_refused_with_a_code(string text)
    {
        var problem = Assert.Throws<ProblemException>(() => AllowRule.Parse(text));
        Assert.Equal("SLW-GTW-40005", Assert.Single(problem.Problems).Code);
    }

    [Fact]
    public void Tls_is_required_unless_the_rule_says_otherwise()
    {
        Assert.True(AllowRule.Parse("git.example.com:22").RequiresTls);
        Assert.False(AllowRule.Parse("git.example.com:22+plain").RequiresTls);
    }
}
