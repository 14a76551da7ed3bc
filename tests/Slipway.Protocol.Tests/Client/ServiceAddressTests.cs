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
    }
}
