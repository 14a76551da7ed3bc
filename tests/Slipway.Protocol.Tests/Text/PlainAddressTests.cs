using Slipway.Protocol.Text;

namespace Slipway.Protocol.Tests.Text;

public sealed class PlainAddressTests
{
    [Theory]
    [InlineData("https://user:word@lists.example.com:8443/ip%20ranges.json?signature=secret#secret", "https://lists.example.com:8443/ip%20ranges.json")]
    [InlineData("/srv/lists/ip-ranges.json?signature=secret", "/srv/lists/ip-ranges.json?signature=secret")]
    [InlineData("ip-ranges.json", "ip-ranges.json")]
    public void A_url_loses_what_may_be_secret_and_a_path_nothing(string location, string plain) => Assert.Equal(plain, PlainAddress.Of(location));
}
