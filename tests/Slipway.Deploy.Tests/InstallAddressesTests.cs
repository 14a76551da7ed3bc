namespace Slipway.Deploy.Tests;

public sealed class InstallAddressesTests
{
    [Fact]
    public void A_name_is_escaped_once_and_within_the_link_once_more()
    {
        Assert.Equal("https://apps.example.com/f%C3%BCr%20alle/notes%201.ipa", SampleApp.Addresses.Of(".ipa"));
        Assert.Equal(
            "itms-services://?action=download-manifest&url=https%3A%2F%2Fapps.example.com%2Ff%25C3%25BCr%2520alle%2Fnotes%25201.plist", SampleApp.Addresses.InstallLink);
    }

    [Theory]
    [InlineData("../other")]
    [InlineData("//evil.example/x")]
    [InlineData("a?b#c")]
    public void A_name_stays_a_name(string name)
    {
        var address = new Uri((SampleApp.Addresses with { Name = name }).Of(".ipa"));
        Assert.StartsWith("https://apps.example.com/f%C3%BCr%20alle/", address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(("", ""), (address.Query, address.Fragment));
    }
}
