using CsCheck;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Tests.Text;

public sealed class SafeLineTests
{
    private const string Cut = " … (cut)";

    [Theory]
    [InlineData("plain text, with ~ and |", "plain text, with ~ and |")]
    [InlineData("Grüße 日本 🎉", "Grüße 日本 🎉")]
    [InlineData("می\u200cخواهم \U0001F468\u200d\U0001F469", "می\u200cخواهم \U0001F468\u200d\U0001F469")]
    [InlineData("a\r\nb\tc", @"a\r\nb c")]
    [InlineData("\u001b[2J\u0007\0\u007f\u009b", @"\u001b[2J\u0007\u0000\u007f\u009b")]
    [InlineData("\u2028\u2029\u0085\ufeff\u200b", @"\u2028\u2029\u0085\ufeff\u200b")]
    [InlineData("a\u202egpj.exe", @"a\u202egpj.exe")]
    [InlineData("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069", @"\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069")]
    [InlineData("\ue000\uffff\U000E0001", @"\ue000\uffff\U000e0001")]
    public void What_ends_a_line_steers_a_display_or_hides_is_escaped_and_nothing_else(string text, string expected)
    {
        Assert.Equal(expected, SafeLine.Of(text));
        Assert.Equal(expected.Replace(@"\n", "\n", StringComparison.Ordinal), SafeLine.OfEach(text));
    }

    [Fact]
    public void Half_a_character_is_escaped() => Assert.Equal(@"x\ud83dy", SafeLine.Of("x" + '\ud83d' + "y"));

    [Fact]
    public void A_line_has_a_bound_and_says_that_it_was_cut()
    {
        var longest = new string('x', SafeLine.Longest);
        Assert.Equal(longest[Cut.Length..] + Cut, SafeLine.Of(new string('x', 10 << 20)));
        Assert.Equal(longest, SafeLine.Of(longest));
        Assert.Equal(@"ab\u202e" + Cut, SafeLine.Of("ab\u202e\u202e\u202e", 19));
    }

    [Fact]
    public void Each_line_of_a_long_text_is_kept_whole()
    {
        var line = new string('ä', SafeLine.Longest + 1);
        Assert.Equal(line + "\n\\u001b\n" + line, SafeLine.OfEach(line + "\n\e\n" + line));
    }

    [Fact]
    public void Whatever_comes_in_one_line_of_bounded_length_goes_out() => Gen.String.Sample(text =>
    {
        var line = SafeLine.Of(text, 50);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.True(line.Length <= 50);
        Assert.Equal(line, SafeLine.Of(line, 50));
    }, iter: 2000);
}
