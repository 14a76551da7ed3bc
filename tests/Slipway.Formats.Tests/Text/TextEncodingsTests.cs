using System.Text;
using Slipway.Formats.Text;

namespace Slipway.Formats.Tests.Text;

public sealed class TextEncodingsTests
{
    [Theory]
    [InlineData("Shift_JIS", "日本語アプリ")]
    [InlineData("windows-31j", "日本語①")]
    [InlineData(" EUC-JP ", "日本語アプリ")]
    [InlineData("iso-2022-jp", "日本語アプリ")]
    [InlineData("gb2312", "中文应用")]
    [InlineData("gb18030", "中文应用")]
    [InlineData("big5", "中文應用")]
    [InlineData("euc-kr", "한국어")]
    [InlineData("iso-8859-1", "Société “Générale” €")]
    [InlineData("latin1", "Société")]
    [InlineData("windows-1251", "Приложение")]
    [InlineData("koi8-r", "Приложение")]
    [InlineData("iso-8859-2", "Příliš žluťoučký")]
    [InlineData("iso-8859-9", "Uygulamaİ")]
    [InlineData("tis-620", "แอป")]
    [InlineData("utf8", "日本語😀")]
    [InlineData("utf-16le", "日本語😀")]
    public void A_label_means_what_it_means_to_browsers_and_to_Python(string label, string text)
    {
        // Python has the plain ISO-8859-1 and its kind under those names, where browsers take the larger Windows one.
        var python = label.Trim() switch { "iso-8859-1" or "latin1" => "cp1252", "iso-8859-9" => "cp1254", "tis-620" => "cp874", "windows-31j" => "cp932", var other => other };
        var theirs = Convert.FromHexString(ExternalTool.RunWell("/usr/bin/python3", "-c", "import sys; sys.stdout.write(sys.argv[1].encode(sys.argv[2]).hex())", text, python).Trim());
        Assert.Equal(text, TextEncodings.Decode(theirs, TextEncodings.Find(label)!));
        Assert.NotEqual(text, TextEncodings.Decode(theirs, TextEncodings.Find("ibm866")!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("utf-7")]
    [InlineData("klingon")]
    public void An_unknown_label_has_none(string label) => Assert.Null(TextEncodings.Find(label));

    [Fact]
    public void A_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text()
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("é")];
            Assert.Equal("é", TextEncodings.Decode(bytes, TextEncodings.OfMark(bytes)!));
        }

        Assert.Null(TextEncodings.OfMark("abc"u8));
    }

    [Fact]
    public void A_letter_may_be_cut_at_the_end_only_where_more_follows()
    {
        var bytes = "a日😀"u8;
        for (var count = 0; count <= bytes.Length; count++)
        {
            Assert.True(TextEncodings.IsUtf8(bytes[..count], moreFollow: true));
            Assert.Equal(count is 0 or 1 or 4 or 8, TextEncodings.IsUtf8(bytes[..count], moreFollow: false));
        }

        Assert.False(TextEncodings.IsUtf8([(byte)'a', 0x93, 0xFA, (byte)'b'], moreFollow: true));
        Assert.False(TextEncodings.IsUtf8([(byte)'a', 0xE9, (byte)'b'], moreFollow: true));
        Assert.False(TextEncodings.IsUtf8([(byte)'a', 0x80], moreFollow: true));
    }
}
