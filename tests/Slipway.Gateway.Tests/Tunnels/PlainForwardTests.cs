using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tests.Relay;

namespace Slipway.Gateway.Tests.Tunnels;

public sealed class PlainForwardTests
{
    [Fact]
    public async Task A_request_is_passed_on_for_the_host_of_its_address_without_what_is_between_two_hops()
    {
        await using var world = new ProxyWorld("allowed.test:80");
        using var client = await world.ConnectAsync();
        await client.SendAsync(
            "GET http://allowed.test/a?b=c HTTP/1.1\r\nHost: evil.test\r\nProxy-Authorization: Basic c2VjcmV0\r\nProxy-Connection: keep-alive\r\n"
            + "Connection: X-Hop, Host\r\nX-Hop: 1\r\nKeep-Alive: 5\r\nTE: trailers\r\nUpgrade: h2c\r\nAccept: */*\r\n\r\n");
        using var server = await world.AcceptAsync();
        Assert.Equal("GET /a?b=c HTTP/1.1\r\nHost: allowed.test\r\nAccept: */*\r\nVia: 1.1 slipway\r\nConnection: close\r\n\r\n", await server.ReadHeadAsync());
        await server.SendAsync("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\nKeep-Alive: 5\r\nConnection: keep-alive\r\nProxy-Authenticate: Basic\r\n\r\nokHTTP/1.1 200 second");
        Assert.Equal(
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\nVia: 1.1 slipway\r\nConnection: close\r\n\r\nok",
            Encoding.ASCII.GetString(await client.ReadToEndAsync()));
        var decision = await world.NextDecisionAsync();
        Assert.Equal((200, "GET", 80, DenyReason.None), (decision.Status, decision.Method, decision.Port, decision.Reason));
    }

    [Theory]
    [InlineData("Content-Length: 5\r\n\r\nhelloGET http://evil.test/ HTTP/1.1\r\n\r\n", "hello")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\nGET http://evil.test/ HTTP/1.1\r\n\r\n", "5\r\nhello\r\n0\r\n\r\n")]
    public async Task Exactly_the_body_is_passed_on(string rest, string body)
    {
        await using var world = new ProxyWorld("allowed.test:80");
        using var client = await world.ConnectAsync();
        await client.SendAsync("POST http://allowed.test/ HTTP/1.1\r\nHost: a.test\r\n" + rest);
        using var server = await world.AcceptAsync();
        await server.ReadHeadAsync();
        Assert.Equal(body, await server.ReadTextAsync(body.Length));
        await server.SendAsync("HTTP/1.1 204 No Content\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 204 ", await client.ReadHeadAsync(), StringComparison.Ordinal);
        client.Dispose();
        Assert.Empty(await server.ReadToEndAsync());
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\n\r\n")]
    [InlineData("220 smtp.test ESMTP\r\n")]
    [InlineData("")]
    public async Task What_is_no_answer_is_not_passed_on(string answer)
    {
        await using var world = new ProxyWorld("allowed.test:80");
        using var client = await world.ConnectAsync();
        await client.SendAsync("GET http://allowed.test/ HTTP/1.1\r\nHost: a.test\r\n\r\n");
        using (var server = await world.AcceptAsync())
        {
            await server.ReadHeadAsync();
            await server.SendAsync(answer);
        }

        var head = await client.ReadHeadAsync();
        Assert.StartsWith("HTTP/1.1 502 ", head, StringComparison.Ordinal);
        Assert.Contains("Slipway-Reason: bad-answer", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_broken_ends_the_request()
    {
        await using var world = new ProxyWorld("allowed.test:80");
        using var client = await world.ConnectAsync();
        await client.SendAsync("POST http://allowed.test/ HTTP/1.1\r\nHost: a.test\r\nTransfer-Encoding: chunked\r\n\r\n");
        using var server = await world.AcceptAsync();
        await server.ReadHeadAsync();
        await client.SendAsync("5\nhello\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", await client.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.Equal("5", Encoding.ASCII.GetString(await server.ReadToEndAsync()));
    }

    [Theory]
    [InlineData("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 413 ")]
    [InlineData("no answer", "HTTP/1.1 502 ")]
    public async Task An_answer_before_the_body_is_read_reaches_a_client_that_speaks_tls(string answer, string expected)
    {
        using var authority = new TestAuthority();
        var (certificate, key) = authority.Server("localhost");
        using var identity = X509Certificate2.CreateFromPemFile(certificate, key);
        await using var world = new ProxyWorld(s => s with { ClientTls = new SslServerAuthenticationOptions { ServerCertificate = identity } }, null, "allowed.test:80");
        using var client = await world.ConnectAsync();
        await using var secure = new SslStream(new NetworkStream(client.Socket));
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = authority.Trust }, Peer.Patience);
        await secure.WriteAsync(Encoding.ASCII.GetBytes("POST http://allowed.test/ HTTP/1.1\r\nHost: a.test\r\nContent-Length: 1000000\r\n\r\n"), Peer.Patience);
        using (var server = await world.AcceptAsync())
        {
            await server.ReadHeadAsync();
            await server.SendAsync(answer);
        }

        using var reader = new StreamReader(secure, leaveOpen: true);
        Assert.StartsWith(expected, await reader.ReadToEndAsync(Peer.Patience), StringComparison.Ordinal);
        for (var i = 0; i < 4; i++)
            await secure.WriteAsync(new byte[32 * 1024], Peer.Patience);
        client.Dispose();
        Assert.Equal(expected.Contains("413", StringComparison.Ordinal) ? 413 : 502, (await world.NextDecisionAsync()).Status);
    }
}
