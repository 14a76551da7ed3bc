using Slipway.Connect.Proxies;
using Slipway.Protocol.Problems;

namespace Slipway.Connect.Tests.Proxies;

public sealed class NegotiateLoginTests
{
    [Fact]
    public void Without_a_ticket_or_the_library_nothing_is_sent()
    {
        IDisposable? state = null;
        try
        {
            var login = new NegotiateLogin("proxy.invalid", null, null);
            Assert.Null(login.First());
            Assert.Null(login.Next(["Basic realm=\"x\""], ref state));
            Assert.Null(login.Next(["Negotiate bm8gdG9rZW4="], ref state));
            Assert.Null(login.Next(["Negotiate"], ref state));
        }
        catch (ProblemException e)
        {
            Assert.Equal(GatewayProblems.NegotiateUnavailable, e.Problems[0].Kind);
        }
        finally
        {
            state?.Dispose();
        }
    }
}
