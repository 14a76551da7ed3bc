using Slipway.Connect.Certificates;

namespace Slipway.Connect.Tests.Certificates;

public sealed class KeyPinTests
{
    [Theory]
    [InlineData("sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("sha256:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU")]
    public void A_pin_is_read_in_both_ways_of_writing(string text) => Assert.Equal("sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", KeyPin.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("sha256/")]
    [InlineData("sha256/AAAA")]
    [InlineData("sha1/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=AAAA")]
    public void What_is_no_pin_is_none(string text) => Assert.Null(KeyPin.Parse(text));
}
