using Slipway.Gateway.Relay;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Relay;

public sealed class RelaySettingsTests
{
    [Theory]
    [InlineData("http://proxy:3128", null, "proxy:3128", null)]
    [InlineData("proxy:3128", null, "proxy:3128", null)]
    [InlineData("https://proxy.corp:3129/", null, "proxy.corp:3129", null)]
    [InlineData("http://svc@proxy:3128", "p:w", "proxy:3128", "Basic c3ZjOnA6dw==")]
    [InlineData("http://svc:p%40w@proxy:3128", null, "proxy:3128", "Basic c3ZjOnBAdw==")]
    public void A_proxy_is_read(string text, string? password, string place, string? authorization)
    {
        var proxy = RelayProxy.Parse(text, password, "--proxy");
        Assert.Equal((place, authorization), (proxy.Place, proxy.Login?.First()));
        Assert.DoesNotContain("svc", proxy.Address.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("socks5://proxy:1080", null)]
    [InlineData("http://", null)]
    [InlineData("http://proxy/pac", null)]
    [InlineData("http://proxy:3128", "secret")]
    [InlineData("http://a%0d%0ab@proxy:3128", "secret")]
    [InlineData("http://a%3ab@proxy:3128", "secret")]
    public void What_is_no_proxy_is_refused_without_its_password(string text, string? password)
    {
        var failure = Assert.Throws<ProblemException>(() => RelayProxy.Parse(text, password, "--proxy"));
        Assert.Equal(RelayProblems.ProxyInvalid, failure.Problems[0].Kind);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slipway-Person", true)]
    [InlineData("slipway_person", true)]
    [InlineData("Slipway-Test-Canary", false)]
    [InlineData("Signature-Input", true)]
    [InlineData("X-Forwarded-For", true)]
    [InlineData("X_Forwarded_Host", true)]
    [InlineData("Forwarded", true)]
    [InlineData("X-Original-URL", true)]
    [InlineData("X-HTTP-Method-Override", true)]
    [InlineData("Proxy-Authorization", true)]
    [InlineData("Authorization", false)]
    [InlineData("Last-Event-ID", false)]
    [InlineData("Idempotency-Key", false)]
    [InlineData("Range", false)]
    public void Headers_that_only_the_relay_may_set_are_known(string name, bool spoofable) => Assert.Equal(spoofable, OutgoingRequest.IsSpoofable(name));
}
