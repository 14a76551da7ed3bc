using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tests.Policy;

public sealed class DestinationTests
{
    [Theory]
    [InlineData("example.com:443", "example.com:443")]
    [InlineData("EXAMPLE.com.:1", "example.com:1")]
    [InlineData("localhost:65535", "localhost:65535")]
    [InlineData("127.0.0.1:443", "127.0.0.1:443")]
    [InlineData("[::1]:443", "[::1]:443")]
    [InlineData("[::ffff:127.0.0.1]:443", "127.0.0.1:443")]
    public void A_destination_is_normalised(string text, string expected)
    {
        Assert.True(Destination.TryParse(text, null, out var destination));
        Assert.Equal(expected, destination.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(":443")]
    [InlineData("example.com")]
    [InlineData("example.com:")]
    [InlineData("example.com:0")]
    [InlineData("example.com:018080")]
    [InlineData("example.com:83616")]
    [InlineData("example.com:+80")]
    [InlineData("example.com: 80")]
    [InlineData("example.com:80 ")]
    [InlineData("example.com:8٠")]
    [InlineData("evil@localhost:443")]
    [InlineData("http://localhost:443")]
    [InlineData("localhost:443/path")]
    [InlineData("[localhost]:443")]
    [InlineData("[[localhost]]:443")]
    [InlineData("[127.0.0.1]:443")]
    [InlineData("[::1]]:443")]
    [InlineData("[::1%lo]:443")]
    [InlineData("[::1]443")]
    [InlineData("::1:443")]
    [InlineData("[]:443")]
    [InlineData("[:443")]
    [InlineData("127.1:443")]
    [InlineData("2130706433:443")]
    [InlineData("0x7f.1:443")]
    [InlineData("0x7f000001:443")]
    [InlineData("0177.0.0.1:443")]
    [InlineData("127.0.0.01:443")]
    [InlineData("127.0.0.1.:443")]
    [InlineData("1.2.3.4.5:443")]
    [InlineData("example.com..:443")]
    [InlineData("exam%70le.com:443")]
    [InlineData("ex\0ample.com:443")]
    public void What_two_readers_could_take_for_two_things_is_none(string text) => Assert.False(Destination.TryParse(text, null, out _));
}
