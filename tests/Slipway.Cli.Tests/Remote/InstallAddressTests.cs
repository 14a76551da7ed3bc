using Slipway.Cli.Remote;
using Slipway.Protocol.Builds;

namespace Slipway.Cli.Tests.Remote;

public sealed class InstallAddressTests
{
    [Theory]
    [InlineData("/i/token", "https://builder.example.com/i/token")]
    [InlineData("https://pages.example.com/i/token", "https://pages.example.com/i/token")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData(null, null)]
    public void An_address_is_whole_and_leads_to_a_page(string? url, string? address) => Assert.Equal(
        address, InstallAddress.Of(new ArtifactDescription(ArtifactKind.Binary, "a.apk", 1, "", "/a", url), new Uri("https://builder.example.com")));
}
