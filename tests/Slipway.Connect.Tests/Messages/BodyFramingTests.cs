using System.Text;
using Slipway.Connect.Messages;

namespace Slipway.Connect.Tests.Messages;

public sealed class BodyFramingTests
{
    [Theory]
    [InlineData("0\r\n\r\nGET", 5)]
    [InlineData("3\r\nabc\r\n0\r\n\r\nGET", 13)]
    [InlineData("A;x=y\r\n0123456789\r\n00\r\nTrailer: z\r\n\r\nGET", 37)]
    public void Chunks_end_where_they_say(string text, int length)
    {
        var whole = BodyFraming.Chunked();
        Assert.Equal(length, whole.Take(Encoding.ASCII.GetBytes(text)));
        Assert.True(whole.IsComplete);
        var pieces = BodyFraming.Chunked();
        Assert.Equal(length, text.Sum(c => pieces.Take([(byte)c])));
        Assert.True(pieces.IsComplete);
    }

    [Theory]
    [InlineData("3\nabc\r\n0\r\n\r\n")]
    [InlineData("3\r\nabcd\r\n0\r\n\r\n")]
    [InlineData("3\r\nabc\n0\r\n\r\n")]
    [InlineData("3\r\nabc\r\n0\r\n\n")]
    [InlineData("+3\r\nabc\r\n0\r\n\r\n")]
    [InlineData("0x3\r\nabc\r\n0\r\n\r\n")]
    [InlineData(" 3\r\nabc\r\n0\r\n\r\n")]
    [InlineData("3 \r\nabc\r\n0\r\n\r\n")]
    [InlineData("\r\n")]
    [InlineData("0000000000000003\r\nabc\r\n0\r\n\r\n")]
    [InlineData("3;a\nb\r\nabc\r\n0\r\n\r\n")]
    [InlineData("0\r\n folded\r\n\r\n")]
    public void Broken_chunks_are_not_passed_on(string text)
    {
        var body = BodyFraming.Chunked();
        Assert.True(body.Take(Encoding.ASCII.GetBytes(text)) < text.Length);
        Assert.True(body.IsInvalid);
        Assert.False(body.IsComplete);
    }

    [Fact]
    public void A_length_is_a_length()
    {
        var body = BodyFraming.OfLength(5);
        Assert.Equal(3, body.Take("abc"u8));
        Assert.False(body.IsComplete);
        Assert.Equal(2, body.Take("deGET"u8));
        Assert.True(body.IsComplete);
    }
}
