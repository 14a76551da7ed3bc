using System.Net;
using Slipway.Protocol.Network;

namespace Slipway.Protocol.Tests.Network;

public sealed class IntermediaryBodyLimitTests
{
    [Theory]
    [InlineData(413, "Server", "nginx/1.22.1", "nginx", "client_max_body_size")]
    [InlineData(413, "Server", "Apache/2.4.57 (Debian)", "Apache", "LimitRequestBody")]
    [InlineData(413, "Server", "Microsoft-IIS/10.0", "IIS", "maxAllowedContentLength")]
    [InlineData(404, "Server", "Microsoft-IIS/10.0", "IIS", "maxAllowedContentLength")]
    [InlineData(413, "Server", "cloudflare", "Cloudflare", "100 MB")]
    [InlineData(413, "Via", "1.1 proxy.example.com (squid/5.7)", "Squid", "request_body_max_size")]
    [InlineData(403, "X-Squid-Error", "ERR_TOO_BIG 0", "Squid", "reply_body_max_size")]
    [InlineData(413, "Server", "something", null, "client_max_body_size")]
    [InlineData(413, "X-Other", "1", null, "LimitRequestBody")]
    public void The_product_and_its_setting_are_named(int status, string header, string value, string? product, string setting)
    {
        using var answer = Answer(status, "text/html");
        answer.Headers.TryAddWithoutValidation(header, value);
        var limit = IntermediaryBodyLimit.Of(answer)!;
        Assert.Equal(product, limit.Product);
        Assert.Contains(setting, limit.Setting, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(413, "application/problem+json", "nginx")]
    [InlineData(404, "text/html", "nginx")]
    [InlineData(403, "text/html", "squid/5.7")]
    [InlineData(500, "text/html", "Microsoft-IIS/10.0")]
    public void What_the_service_says_itself_and_what_is_no_limit_is_none(int status, string type, string server)
    {
        using var answer = Answer(status, type);
        answer.Headers.TryAddWithoutValidation("Server", server);
        Assert.Null(IntermediaryBodyLimit.Of(answer));
    }

    private static HttpResponseMessage Answer(int status, string type) => new((HttpStatusCode)status) { Content = new StringContent("", null, type) };
}
