using System.Text;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Tests.Text;

/// <summary>The first line of a small file, as any system writes it.</summary>
public sealed class FirstLineFileTests
{
    [Fact]
    public void The_first_line_is_read_in_every_encoding_and_with_every_line_end()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UTF8Encoding(false), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            foreach (var end in new[] { "", "\n", "\r\n", "\r", "\nsecond\n" })
                Assert.Equal(" pässwörd ", First([.. encoding.Preamble, .. encoding.GetBytes(" pässwörd " + end)]));
        }
    }

    [Fact]
    public void What_follows_the_first_line_may_be_anything() => Assert.Equal("token", First([.. "token\n"u8, 0xFF, 0xFE, 0x80]));

    [Fact]
    public void An_empty_file_has_an_empty_line() => Assert.Equal("", First([]));

    [Fact]
    public void What_is_no_text_has_none()
    {
        Assert.Null(First([0x70, 0xE4, 0x0A]));
        Assert.Null(First(new byte[] { 0xFF, 0xFE, 0x00, 0xD8, 0x0A, 0x00 }));
        Assert.Null(First(Encoding.ASCII.GetBytes(new string('x', 1 << 17))));
    }

    [Fact]
    public void No_more_than_the_line_is_waited_for()
    {
        using var typed = new OneLine();
        Assert.Equal("token", FirstLineFile.FirstLine(typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/nowhere/at/all")]
    public void A_path_that_leads_nowhere_is_a_fault_of_the_disk(string path) => Assert.ThrowsAny<IOException>(() => FirstLineFile.FirstLine(path));

    private static string? First(byte[] bytes) => FirstLineFile.FirstLine(new MemoryStream(bytes));

    /// <summary>Somebody who types a line and then does nothing more.</summary>
    private sealed class OneLine : MemoryStream
    {
        private bool _isTyped;

        public override int Read(Span<byte> buffer)
        {
            Assert.False(_isTyped);
            _isTyped = true;
            return Encoding.ASCII.GetBytes("token\n", buffer);
        }
    }
}
