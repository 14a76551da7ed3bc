using CsCheck;
using Slipway.Server.Queue;

namespace Slipway.Server.Tests.Queue;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("plain text, with ~ and |", "plain text, with ~ and |")]
    [InlineData("Grüße 日本 🎉", "Grüße 日本 🎉")]
    [InlineData("a\r\nb\tc", @"a\r\nb c")]
    [InlineData("\u001b[2J\u0007\0\u007f\u009b", @"\u001b[2J\u0007\u0000\u007f\u009b")]
    [InlineData("\u2028\u2029\u202e\ufeff", @"\u2028\u2029\u202e\ufeff")]
    public void What_steers_a_display_is_escaped_and_nothing_else(string text, string expected) => Assert.Equal(expected, LogText.Clean(text));

    [Fact]
    public void Half_a_character_is_escaped() => Assert.Equal(@"x\ud83dy", LogText.Clean("x" + '\ud83d' + "y"));

    [Fact]
    public void A_line_has_a_bound_and_says_that_it_was_cut()
    {
        var clean = LogText.Clean(new string('x', 10 << 20));
        Assert.Equal(new string('x', LogText.MostCharacters) + " … (cut)", clean);
        Assert.Equal(LogText.MostCharacters, LogText.Clean(new string('x', LogText.MostCharacters)).Length);
    }

    [Fact]
    public void Whatever_comes_in_one_line_of_bounded_length_goes_out() => Gen.String.Sample(text =>
    {
        var clean = LogText.Clean(text, 50);
        Assert.DoesNotContain(clean, char.IsControl);
        Assert.True(clean.Length < 80);
        Assert.Equal(clean, LogText.Clean(clean, 100));
    });
}
