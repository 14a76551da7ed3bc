using System.Net;
using System.Net.Sockets;
using Slipway.Connect.Failures;

namespace Slipway.Connect.Tests.Failures;

public sealed class RequestFailuresTests
{
    [Fact]
    public void What_the_network_does_is_a_failure_of_a_request_and_a_fault_of_this_program_is_none()
    {
        Assert.All(new Exception[] { new HttpRequestException(), new TimeoutException(), new IOException(), new SocketException() }, e => Assert.True(RequestFailures.IsOne(e)));
        Assert.False(RequestFailures.IsOne(new InvalidOperationException()));
    }

    [Fact]
    public void The_text_of_an_exception_is_never_repeated()
    {
        const string Secret = "http://user:word@proxy:3128";
        Assert.Equal("the proxy answers 407", RequestFailures.Describe(new HttpRequestException(HttpRequestError.ProxyTunnelError, Secret, null, HttpStatusCode.ProxyAuthenticationRequired)));
        Assert.All(Enum.GetValues<HttpRequestError>(), error => Assert.DoesNotContain("word", RequestFailures.Describe(new HttpRequestException(error, Secret)), StringComparison.Ordinal));
    }
}
