using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Client;

public sealed class ServiceAddressTests
{
    [Theory]
    [InlineData("https://builder.example.com", "https://builder.example.com/", false)]
    [InlineData(" HTTPS://Builder.Example.com:443/ ", "https://builder.example.com/", false)]
    [InlineData("http://127.0.0.1:8484", "http://127.0.0.1:8484/", false)]
    [InlineData("http://localhost", "http://localhost/", false)]
    [InlineData("http://[::1]:8484", "http://[::1]:8484/", false)]
    [InlineData("http://builder.example.com", "http://builder.example.com/", true)]
    [InlineData("http://127.0.0.1.example.com", "http://127.0.0.1.example.com/", true)]
    public void An_address_is_read_and_judged(string text, string address, bool exposed)
    {
        Assert.Equal(address, ServiceAddress.Parse(text, "--server").AbsoluteUri);
        Assert.Equal(exposed, ServiceAddress.IsExposed(ServiceAddress.Parse(text, "--server")));
    }

    [Theory]
    [InlineData("builder.example.com")]
    [InlineData("ftp://builder.example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@builder.example.com")]
    [InlineData("https://builder.example.com/slipway")]
    [InlineData("https://builder.example.com/?a=b")]
    [InlineData("https://builder.example.com/#top")]
    [InlineData("")]
    public void What_is_no_address_of_a_service_is_refused(string text)
    {
        var refusal = Assert.Throws<ProblemException>(() => ServiceAddress.Parse(text, "--server"));
        Assert.Equal((NetworkProblems.AddressInvalid, "--server"), (refusal.Problems[0].Kind, refusal.Problems[0].Where));
        Assert.DoesNotContain("password", refusal.Problems[0].Message + refusal.Problems[0].Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("builder.example.com", "Write it as https://builder.example.com.")]
    [InlineData("builder.example.com:8443", "Write it as https://builder.example.com:8443.")]
    [InlineData("builder.example.com/", "Write it as https://builder.example.com.")]
    [InlineData("localhost:8484", "Write it as http://localhost:8484.")]
    [InlineData("127.0.0.1:8484", "Write it as http://127.0.0.1:8484.")]
    [InlineData("[::1]:8484", "Write it as http://[::1]:8484.")]
    [InlineData("10.0.0.7", "Write it as https://10.0.0.7.")]
    [InlineData("https://builder.example.com/slipway", "Write it as https://builder.example.com.")]
    [InlineData("https://builder.example.com:8443/?a=b", "Write it as https://builder.example.com:8443.")]
    public void The_remedy_is_the_address_that_was_meant(string text, string remedy) =>
        Assert.StartsWith(remedy, Assert.Throws<ProblemException>(() => ServiceAddress.Parse(text, "--server")).Problems[0].Remedy, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://builder.example.com\r\n")]
    [InlineData("\uFEFFhttps://builder.example.com")]
    public void What_surrounds_an_address_is_left_out(string text) =>
        Assert.Equal("https://builder.example.com/", ServiceAddress.Parse(text, "--server").AbsoluteUri);
}
