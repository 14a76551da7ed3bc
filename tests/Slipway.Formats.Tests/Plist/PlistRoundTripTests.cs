using System.Text;
using CsCheck;
using Slipway.Formats.Plist;

namespace Slipway.Formats.Tests.Plist;

public sealed class PlistRoundTripTests
{
    [Fact]
    public void Any_value_comes_back_from_the_binary_form() =>
        PlistValues.Any.Sample(value => PlistReader.Read(PlistBinaryWriter.Write(value)).Equals(value), iter: 3_000);

    [Fact]
    public void Any_value_comes_back_from_the_XML_form() =>
        PlistValues.Any.Sample(value => PlistReader.Read(PlistXmlWriter.Write(value)).Equals(value), iter: 3_000);

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes() => PlistValues.Any.Sample(
        value =>
        {
            var xml = PlistXmlWriter.Write(value);
            var binary = PlistBinaryWriter.Write(value);
            Assert.Equal(xml, PlistXmlWriter.Write(PlistReader.Read(xml)));
            Assert.Equal(binary, PlistBinaryWriter.Write(PlistReader.Read(binary)));
            Assert.Equal(xml, PlistXmlWriter.Write(PlistReader.Read(binary)));
        },
        iter: 2_000);

    [Fact]
    public void The_binary_form_holds_what_XML_cannot()
    {
        var value = new PlistString("\0\u0001\ufffe");
        Assert.Equal(value, PlistReader.Read(PlistBinaryWriter.Write(value)));
        Assert.Throws<ArgumentException>(() => PlistXmlWriter.Write(value));
    }

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public void Half_a_surrogate_pair_is_not_written(int half)
    {
        var text = $"{(char)half}a";
        Assert.ThrowsAny<ArgumentException>(() => PlistBinaryWriter.Write(new PlistString(text)));
        Assert.ThrowsAny<ArgumentException>(() => PlistXmlWriter.Write(new PlistString(text)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(700_000_000)]
    [InlineData(200_000_000_000)]
    [InlineData(-60_000_000_000)]
    public void A_millisecond_comes_back_from_the_binary_form(long seconds)
    {
        var date = new PlistDate(DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddMilliseconds(1));
        Assert.Equal(date, PlistReader.Read(PlistBinaryWriter.Write(date)));
    }

    [Fact]
    public void An_integer_out_of_range_is_not_written()
    {
        Assert.Throws<ArgumentException>(() => PlistBinaryWriter.Write(new PlistInteger((Int128)ulong.MaxValue + 1)));
        Assert.Throws<ArgumentException>(() => PlistXmlWriter.Write(new PlistInteger((Int128)long.MinValue - 1)));
    }

    [Fact]
    public void What_readers_would_refuse_for_its_depth_is_not_written()
    {
        var deepest = Nest(PlistReader.MaxDepth);
        Assert.Equal(deepest, PlistReader.Read(PlistXmlWriter.Write(deepest)));
        Assert.Equal(deepest, PlistReader.Read(PlistBinaryWriter.Write(deepest)));
        Assert.Throws<ArgumentException>(() => PlistXmlWriter.Write(Nest(PlistReader.MaxDepth + 1)));
        Assert.Throws<ArgumentException>(() => PlistBinaryWriter.Write(Nest(PlistReader.MaxDepth + 1)));
    }

    [Fact]
    public void The_XML_form_is_laid_out_as_tools_of_the_system_do()
    {
        var value = new PlistDictionary(new Dictionary<string, PlistValue>
        {
            ["a"] = new PlistArray(new PlistInteger(-1), new PlistBoolean(true)),
            ["d"] = new PlistData(new byte[60]),
            ["e"] = new PlistDictionary(),
        });
        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
            	<key>a</key>
            	<array>
            		<integer>-1</integer>
            		<true/>
            	</array>
            	<key>d</key>
            	<data>
            	AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            	AAAAAAAAAAAA
            	</data>
            	<key>e</key>
            	<dict/>
            </dict>
            </plist>

            """,
            Encoding.UTF8.GetString(PlistXmlWriter.Write(value)));
    }

    [Fact]
    public void Equal_leaves_are_written_once_in_the_binary_form()
    {
        var text = new PlistString(new string('x', 500));
        var one = PlistBinaryWriter.Write(new PlistArray(text)).Length;
        var three = PlistBinaryWriter.Write(new PlistArray(text, text, new PlistString(text.Value))).Length;
        Assert.Equal(one + 2, three);
    }

    internal static PlistValue Nest(int depth) => depth == 0 ? new PlistString("x") : new PlistArray(Nest(depth - 1));
}
