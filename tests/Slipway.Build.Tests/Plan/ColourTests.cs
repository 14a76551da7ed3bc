using Slipway.Build.Plan;

namespace Slipway.Build.Tests.Plan;

public sealed class ColourTests
{
    [Theory]
    [InlineData("#1F6FEB", "#FF1F6FEB")]
    [InlineData("#abc", "#FFAABBCC")]
    [InlineData("#801F6FEB", "#801F6FEB")]
    [InlineData("0xff112233", "#FF112233")]
    [InlineData("White", "#FFFFFFFF")]
    [InlineData("transparent", "#00000000")]
    [InlineData("#8abc", "#88AABBCC")]
    [InlineData("4278190335", "#FF0000FF")]
    [InlineData("-16776961", "#FF0000FF")]
    [InlineData("rgb(1, 2, 3)", "#FF010203")]
    public void Colours_are_read_as_cordova_and_css_write_them(string text, string expected)
    {
        Assert.True(Colour.TryParse(text, out var colour));
        Assert.Equal(expected, colour.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#12")]
    [InlineData("#1234567")]
    [InlineData("#+12345")]
    [InlineData("rgb(1,2)")]
    [InlineData("99999999999")]
    public void What_is_no_colour_is_not_read(string text) => Assert.False(Colour.TryParse(text, out _));
}
