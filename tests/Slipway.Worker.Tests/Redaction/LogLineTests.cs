using CsCheck;
using Slipway.Worker.Redaction;

namespace Slipway.Worker.Tests.Redaction;

public sealed class LogLineTests
{
    [Theory]
    [InlineData("plain text, ä 世 😀", "plain text, ä 世 😀")]
    [InlineData("a\r\nb\tc", "a\\r\\nb\\tc")]
    [InlineData("\u001b[31mred", "\\u001b[31mred")]
    [InlineData("\u009b2J", "\\u009b2J")]
    [InlineData("a\u202egpj.exe", "a\\u202egpj.exe")]
    [InlineData("a\u2028b\u0000", "a\\u2028b\\u0000")]
    public void A_text_becomes_one_harmless_line(string text, string line) => Assert.Equal(line, LogLine.Clean(text));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("half \ufffd", LogLine.Clean("half \ud83d"));

    [Fact]
    public void A_long_line_is_cut_and_says_so()
    {
        var line = LogLine.Clean(new string('x', 10 << 20));
        Assert.InRange(line.Length, LogLine.Longest - 100, LogLine.Longest);
        Assert.EndsWith("more characters)", line, StringComparison.Ordinal);
        var most = new string('x', LogLine.Longest - 100);
        Assert.Equal(most, LogLine.Clean(most));
    }

    [Fact]
    public void No_text_ends_a_line_or_moves_a_cursor() => Gen.String.Sample(text =>
    {
        var line = LogLine.Clean(text);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.True(line.Length <= LogLine.Longest);
    }, iter: 2000);
}
