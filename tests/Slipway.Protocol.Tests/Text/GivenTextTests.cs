using System.Text;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Tests.Text;

/// <summary>What surrounds a text is left out, and nothing of the text is.</summary>
public sealed class GivenTextTests
{
    [Theory]
    [InlineData("slw_x\n", "slw_x")]
    [InlineData("slw_x\r\n", "slw_x")]
    [InlineData("slw_x\r", "slw_x")]
    [InlineData("\uFEFFslw_x", "slw_x")]
    [InlineData(" \t\uFEFF slw x \n\n", "slw x")]
    [InlineData("\r\n", null)]
    [InlineData("\uFEFF", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_setting_is_taken_without_what_stands_around_it(string? text, string? expected) => Assert.Equal(expected, GivenText.Setting(text));

    [Theory]
    [InlineData("pass word\n", "pass word")]
    [InlineData("pass\r\n", "pass")]
    [InlineData("pass\r", "pass")]
    [InlineData(" pass \n", " pass ")]
    [InlineData("pass\n\n", "pass\n")]
    [InlineData("\uFEFFpass", "pass")]
    [InlineData("\n", "")]
    [InlineData("\uFEFF", "")]
    [InlineData("\uFEFF\n", "")]
    public void A_password_loses_one_line_end_and_no_blank(string text, string expected) => Assert.Equal(expected, GivenText.Password(text));

    [Fact]
    public void A_file_is_read_in_the_encodings_that_PowerShell_writes()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UTF8Encoding(false), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("pässwörd 🚀")];
            Assert.Equal("pässwörd 🚀", GivenText.Decode(bytes));
            Assert.Equal("pässwörd 🚀"u8.ToArray(), GivenText.ToUtf8(bytes));
        }
    }

    [Fact]
    public void What_is_in_no_such_encoding_is_no_text()
    {
        Assert.Null(GivenText.Decode([0x70, 0xE4, 0x73]));
        Assert.Null(GivenText.Decode([0xFF, 0xFE, 0x70]));
        Assert.Equal([0x70, 0xE4], GivenText.ToUtf8([0x70, 0xE4]));
    }
}
