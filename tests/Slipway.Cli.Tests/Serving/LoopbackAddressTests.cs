using Slipway.Services.Serving;

namespace Slipway.Cli.Tests.Serving;

public sealed class LoopbackAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8484", "http://127.0.0.1:8484/")]
    [InlineData("http://localhost:8484", "http://localhost:8484/")]
    [InlineData("http://0.0.0.0:80", "http://127.0.0.1/")]
    [InlineData("http://*:8484", "http://127.0.0.1:8484/")]
    [InlineData("http://[::]:8484", "http://[::1]:8484/")]
    public void An_address_that_this_machine_reaches_is_taken(string address, string expected) => Assert.Equal(expected, LoopbackAddress.Among(["https://127.0.0.1:1", address])?.ToString());

    [Theory]
    [InlineData("https://127.0.0.1:8484")]
    [InlineData("http://192.0.2.1:8484")]
    [InlineData("http://builds.example.com")]
    public void One_that_leaves_the_machine_or_needs_a_certificate_is_not(string address) => Assert.Null(LoopbackAddress.Among([address]));
}
