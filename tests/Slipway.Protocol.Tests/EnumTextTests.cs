using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Tests;

public sealed class EnumTextTests
{
    [Theory]
    [InlineData("adhoc", MobileBuildType.Adhoc)]
    [InlineData("InHouse", MobileBuildType.InHouse)]
    [InlineData("SIMULATOR", MobileBuildType.Simulator)]
    public void A_name_is_read_in_any_case(string text, MobileBuildType expected)
    {
        Assert.True(EnumText.TryParse<MobileBuildType>(text, out var value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void A_name_is_read_as_it_is_on_the_wire()
    {
        Assert.True(EnumText.TryParse<MobilePlatform>("iOS", out var value));
        Assert.Equal(MobilePlatform.Ios, value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("adhoc,inhouse")]
    [InlineData("Adhoc, Simulator")]
    [InlineData(" Adhoc")]
    [InlineData("Adhoc\n")]
    [InlineData("2")]
    [InlineData("+2")]
    [InlineData("-1")]
    [InlineData(" 2")]
    [InlineData("0x2")]
    [InlineData("value__")]
    public void Nothing_else_is_read(string? text) => Assert.False(EnumText.TryParse<MobileBuildType>(text, out _));
}
