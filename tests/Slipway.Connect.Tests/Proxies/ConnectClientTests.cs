using Slipway.Connect.Messages;
using Slipway.Connect.Proxies;

namespace Slipway.Connect.Tests.Proxies;

public sealed class ConnectClientTests
{
    private const string Request = "CONNECT builder.example.com:443 HTTP/1.1\r\nHost: builder.example.com:443\r\n";

    [Fact]
    public async Task What_follows_the_answer_is_left_to_the_tunnel()
    {
        using var proxy = new ScriptedProxy("HTTP/1.1 200 Connection established\r\nVia: 1.1 squid\r\n\r\n\r\nfirst words");
        var answer = await AskAsync(proxy, login: null);
        Assert.True(answer.IsSuccess);
        Assert.Equal("\r\nfirst words", proxy.Rest);
        Assert.Equal(Request + "\r\n", proxy.Told);
    }

    [Fact]
    public async Task An_interim_answer_is_passed_over()
    {
        using var proxy = new ScriptedProxy("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 403 Forbidden\r\nSlipway-Reason: not-listed\r\n\r\n");
        var answer = await AskAsync(proxy, login: null);
        Assert.Equal((403, "HTTP/1.1 403 Forbidden", new HeaderField("Slipway-Reason", "not-listed")), (answer.Status, answer.Start, Assert.Single(answer.Fields)));
        Assert.False(answer.IsSuccess);
    }

    [Fact]
    public async Task User_and_password_go_with_the_first_request_and_only_once()
    {
        using var proxy = new ScriptedProxy("HTTP/1.1 407 Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 2\r\n\r\nno");
        Assert.Equal(407, (await AskAsync(proxy, new BasicLogin("svc", "verysecret"), "slipway-relay")).Status);
        Assert.Equal(Request + "Proxy-Authorization: Basic c3ZjOnZlcnlzZWNyZXQ=\r\nUser-Agent: slipway-relay\r\n\r\n", proxy.Told);
        Assert.Equal("no", proxy.Rest);
    }

    [Fact]
    public async Task A_login_in_steps_passes_over_the_pages_between_them()
    {
        using var proxy = new ScriptedProxy(
            "HTTP/1.1 407 Authentication Required\r\nProxy-Authenticate: Steps 1\r\nContent-Length: 25\r\n\r\nHTTP/1.1 200 Not this\r\n\r\n"
            + "HTTP/1.1 407 Authentication Required\r\nProxy-Authenticate: Steps 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n"
            + "HTTP/1.1 200 OK\r\n\r\n");
        Assert.True((await AskAsync(proxy, new StepsLogin())).IsSuccess);
        Assert.Equal($"{Request}\r\n{Request}Proxy-Authorization: answer to Steps 1\r\n\r\n{Request}Proxy-Authorization: answer to Steps 2\r\n\r\n", proxy.Told);
    }

    [Theory]
    [InlineData("Connection: close\r\nContent-Length: 0\r\n")]
    [InlineData("")]
    public async Task A_login_ends_where_the_connection_does(string fields)
    {
        using var proxy = new ScriptedProxy($"HTTP/1.1 407 Authentication Required\r\nProxy-Authenticate: Steps 1\r\n{fields}\r\n");
        Assert.Equal(407, (await AskAsync(proxy, new StepsLogin())).Status);
        Assert.Equal(Request + "\r\n", proxy.Told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\n")]
    [InlineData("HTTP/1.1 200 OK\r\nbad field: x\r\n\r\n")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n")]
    public async Task What_is_no_answer_is_told_with_what_came(string said)
    {
        using var proxy = new ScriptedProxy(said);
        Assert.Equal(said, (await Assert.ThrowsAsync<NoAnswerException>(() => AskAsync(proxy, login: null))).Received);
    }

    [Fact]
    public async Task A_head_without_an_end_is_not_read_for_ever()
    {
        using var proxy = new ScriptedProxy("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 10_000)));
        await Assert.ThrowsAsync<NoAnswerException>(() => AskAsync(proxy, login: null));
        Assert.InRange(proxy.Position, 1, HeadText.MaxHead);
    }

    private static Task<AnswerHead> AskAsync(Stream proxy, IUpstreamLogin? login, string? agent = null) =>
        ConnectClient.AskAsync(proxy, "builder.example.com:443", login, agent, TestContext.Current.CancellationToken);

    /// <summary>Answers every challenge.</summary>
    private sealed class StepsLogin : IUpstreamLogin
    {
        public string? First() => null;

        public string? Next(IReadOnlyList<string> challenges, ref IDisposable? state) => "answer to " + challenges.Single();
    }
}
