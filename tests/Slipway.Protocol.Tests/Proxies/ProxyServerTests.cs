using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;

namespace Slipway.Protocol.Tests.Proxies;

/// <summary>An address of a proxy is read as curl reads it, or refused; it is never taken for none.</summary>
public sealed class ProxyServerTests
{
    [Theory]
    [InlineData("http://proxy:8080", "http://proxy:8080/")]
    [InlineData("HTTP://proxy:8080/", "http://proxy:8080/")]
    [InlineData("proxy:8080", "http://proxy:8080/")]
    [InlineData("10.0.0.1:8080", "http://10.0.0.1:8080/")]
    [InlineData("http://[2001:db8::1]:8080", "http://[2001:db8::1]:8080/")]
    [InlineData("https://proxy:8443", "https://proxy:8443/")]
    [InlineData("socks5h://proxy:1081", "socks5://proxy:1081/")]
    [InlineData("socks5://proxy:1081", "socks5://proxy:1081/")]
    [InlineData("socks4a://proxy:1081", "socks4a://proxy:1081/")]
    [InlineData("socks4://proxy:1081", "socks4://proxy:1081/")]
    [InlineData("socks://proxy:1081", "socks4://proxy:1081/")]
    [InlineData(" http://proxy:8080", "http://proxy:8080/")]
    [InlineData("http://proxy:8080\r\n", "http://proxy:8080/")]
    [InlineData("\uFEFFhttp://proxy:8080", "http://proxy:8080/")]
    [InlineData("http://proxy:8080/some/path?x", "http://proxy:8080/")]
    public void Every_form_that_curl_takes_is_a_proxy(string text, string address) => Assert.Equal(address, ProxyServer.Parse(text, "https_proxy").Address.AbsoluteUri);

    // The ports of curl 7.88.
    [Theory]
    [InlineData("http://proxy", 1080)]
    [InlineData("proxy", 1080)]
    [InlineData("http://proxy:", 1080)]
    [InlineData("http://[::1]", 1080)]
    [InlineData("socks5h://proxy", 1080)]
    [InlineData("https://proxy", 443)]
    public void Without_a_port_it_is_the_one_that_curl_takes(string text, int port)
    {
        var proxy = ProxyServer.Parse(text, "https_proxy");
        Assert.Equal((port, false), (proxy.Address.Port, proxy.IsPortGiven));
    }

    [Theory]
    [InlineData("http://user:secret@proxy:8080", "user", "secret")]
    [InlineData("http://user:p%40ss@proxy:8080", "user", "p@ss")]
    [InlineData("http://user:p@ss@proxy:8080", "user", "p@ss")]
    [InlineData("http://user:p:a/s#s?@proxy:8080", "user", "p:a/s#s?")]
    [InlineData("user:secret@proxy:8080", "user", "secret")]
    [InlineData("socks5h://user:secret@proxy:8080", "user", "secret")]
    [InlineData("http://user@proxy:8080", "user", "")]
    [InlineData("http://DOM%5Cuser:secret@proxy:8080", "DOM\\user", "secret")]
    public void User_and_password_are_taken_out_of_the_address(string text, string user, string password)
    {
        var proxy = ProxyServer.Parse(text, "https_proxy");
        Assert.Equal((user, password, "proxy:8080", ""), (proxy.User, proxy.Password, proxy.Place, proxy.Address.UserInfo));
        Assert.Equal((user, password), (proxy.Credential?.UserName, proxy.Credential?.Password));
        Assert.Equal("proxy:8080", proxy.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("http://")]
    [InlineData("http://:8080")]
    [InlineData("http://pro xy:8080")]
    [InlineData("http://proxy:0")]
    [InlineData("http://proxy:65536")]
    [InlineData("http://proxy:port")]
    [InlineData("http://user:verysecret@")]
    [InlineData("http//user:verysecret@proxy:8080x")]
    [InlineData("htp://user:verysecret@proxy:8080")]
    [InlineData("ftp://user:verysecret@proxy:8080")]
    [InlineData("http://user:verysecret%0d%0aX: y@proxy:8080")]
    [InlineData("http://us%3Aer:verysecret@proxy:8080")]
    public void What_is_no_proxy_is_refused_and_never_repeated(string text)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => ProxyServer.Parse(text, "https_proxy")).Problems);
        Assert.Equal((NetworkProblems.ProxySetting.Code, "https_proxy"), (problem.Code, problem.Where));
        Assert.DoesNotContain("verysecret", problem.Message + problem.Remedy, StringComparison.Ordinal);
    }
}
