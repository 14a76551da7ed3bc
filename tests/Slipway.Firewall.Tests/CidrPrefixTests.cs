namespace Slipway.Firewall.Tests;

public sealed class CidrPrefixTests
{
    [Theory]
    [InlineData("13.32.0.0/15")]
    [InlineData("0.0.0.0/0")]
    [InlineData("255.255.255.255/32")]
    [InlineData("2600:9000::/28")]
    [InlineData("::/0")]
    [InlineData("2600:9000:2000::1/128")]
    public void What_is_read_is_written_again(string text)
    {
        Assert.True(CidrPrefix.TryParse(text, out var prefix));
        Assert.Equal(text, prefix.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("13.32.0.0")]
    [InlineData("13.32.0.0/")]
    [InlineData("13.32.0.0/33")]
    [InlineData("13.32.0.0/015")]
    [InlineData("13.32.0.0/+15")]
    [InlineData("13.32.0.0/-1")]
    [InlineData("13.32.0.1/15")]
    [InlineData("13.32/15")]
    [InlineData("013.32.0.0/15")]
    [InlineData("0x0d.32.0.0/15")]
    [InlineData("220200960/15")]
    [InlineData("13.32.0.0/15 ")]
    [InlineData("13.32.0.0/15\nadd x")]
    [InlineData("2600:9000::/129")]
    [InlineData("2600:9000::1/28")]
    [InlineData("fe80::%eth0/64")]
    [InlineData("[2600:9000::]/28")]
    public void Other_spellings_are_refused(string text) => Assert.False(CidrPrefix.TryParse(text, out _));
}
