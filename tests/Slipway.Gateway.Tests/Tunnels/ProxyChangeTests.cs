using System.Net;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tests.Requests;
using Slipway.Gateway.Tunnels;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Tunnels;

public sealed class ProxyChangeTests
{
    [Fact]
    public async Task New_settings_count_for_new_requests_and_open_tunnels_stay()
    {
        await using var world = new ProxyWorld("allowed.test:443+plain");
        using var client = await world.ConnectAsync("allowed.test:443");
        using var server = await world.AcceptAsync();
        world.Proxy.Apply(world.Proxy.Settings with { Allow = new AllowList([AllowRule.Parse("other.test:443+plain")], []) });
        Assert.Contains("Slipway-Reason: not-listed", await world.RefusalAsync("CONNECT allowed.test:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n"), StringComparison.Ordinal);
        using var other = await world.ConnectAsync("other.test:443");
        await client.SendAsync("still here");
        Assert.Equal("still here", await server.ReadTextAsync(10));
    }

    [Fact]
    public async Task Stopping_waits_for_tunnels_and_accepts_nobody()
    {
        await using var world = new ProxyWorld("allowed.test:443+plain");
        var address = world.Proxy.EndPoints[0];
        using var client = await world.ConnectAsync("allowed.test:443");
        using var server = await world.AcceptAsync();
        var stopping = world.Proxy.StopAsync(TimeSpan.FromHours(1));
        await client.SendAsync("last words");
        Assert.Equal("last words", await server.ReadTextAsync(10));
        Assert.False(stopping.IsCompleted);
        client.Dispose();
        server.Dispose();
        await stopping;
        var again = new Proxy(new ProxySettings());
        await using (again)
            again.Start(address);
    }

    [Fact]
    public async Task Stopping_waits_until_what_became_of_the_last_request_is_told()
    {
        using var mayTell = new ManualResetEventSlim();
        var telling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var told = false;
        await using var world = new ProxyWorld(
            s => s with
            {
                Decided = _ =>
                {
                    telling.SetResult();
                    mayTell.Wait(Peer.Patience);
                    told = true;
                },
            },
            null,
            "allowed.test");
        using (var client = await world.ConnectAsync())
            await client.SendAsync("CONNECT other.test:443 HTTP/1.1\r\nHost: other.test\r\n\r\n");
        await telling.Task.WaitAsync(Peer.Patience);
        var stopping = world.Proxy.StopAsync(TimeSpan.FromMinutes(1));
        // It has every chance to end too early.
        for (var i = 0; i < 10_000 && !stopping.IsCompleted; i++)
            await Task.Yield();
        mayTell.Set();
        await stopping;
        Assert.True(told);
    }

    [Fact]
    public async Task Tunnels_that_outlast_the_grace_are_ended_and_written_down()
    {
        var time = new FakeTimeProvider();
        await using var world = new ProxyWorld(s => s with { Timeouts = new ProxyTimeouts { Idle = TimeSpan.FromDays(1000), Total = TimeSpan.Zero } }, time, "allowed.test:443+plain");
        using var client = await world.ConnectAsync("allowed.test:443");
        using var server = await world.AcceptAsync();
        await client.SendAsync("x");
        await server.ReadTextAsync(1);
        var stopping = world.Proxy.StopAsync(TimeSpan.FromSeconds(30));
        var end = client.ReadToEndAsync();
        await ProxyWorld.PassTimeUntilAsync(time, end);
        await stopping;
        var decision = await world.NextDecisionAsync();
        Assert.Equal((DecisionVerdict.Allow, DenyReason.Stopped, 1), (decision.Verdict, decision.Reason, (int)decision.Up));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_a_problem_with_a_code()
    {
        await using var world = new ProxyWorld("allowed.test");
        await using var second = new Proxy(new ProxySettings());
        var problem = Assert.Throws<ProblemException>(() => second.Start(world.Proxy.EndPoints[0]));
        Assert.Equal("SLW-GTW-40008", Assert.Single(problem.Problems).Code);
    }

    [Theory]
    [InlineData("allowed.test:443", "allowed.test", DecisionVerdict.Allow, DenyReason.None)]
    [InlineData("other.test:443", "other.test", DecisionVerdict.WouldDeny, DenyReason.NotListed)]
    [InlineData("allowed.test:8443", "allowed.test", DecisionVerdict.WouldDeny, DenyReason.PortNotListed)]
    [InlineData("allowed.test:443", "front.test", DecisionVerdict.WouldDeny, DenyReason.SniMismatch)]
    public async Task Reporting_lets_through_and_says_what_would_have_been(string authority, string sni, DecisionVerdict verdict, DenyReason reason)
    {
        await using var world = new ProxyWorld(s => s with { ReportOnly = true }, null, "allowed.test");
        using (var client = await world.ConnectAsync(authority))
        using (var server = await world.AcceptAsync())
        {
            var hello = Hellos.For(sni);
            await client.SendAsync(hello);
            Assert.Equal(hello, await server.ReadAsync(hello.Length));
        }

        var decision = await world.NextDecisionAsync();
        Assert.Equal((verdict, reason), (decision.Verdict, decision.Reason));
    }

    [Theory]
    [InlineData("CONNECT internal.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n", DenyReason.AddressClass)]
    [InlineData("CONNECT 127.1:443 HTTP/1.1\r\nHost: a.test\r\n\r\n", DenyReason.BadRequest)]
    public async Task Reporting_opens_neither_the_own_network_nor_the_parser(string request, DenyReason reason)
    {
        await using var world = new ProxyWorld(s => s with { ReportOnly = true }, null, "allowed.test");
        world.Names["internal.test"] = ["169.254.169.254"];
        Assert.Contains($"Slipway-Reason: {reason.Text()}", await world.RefusalAsync(request), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic realm=\"slipway\"", null, 407)]
    [InlineData(null, null, 403)]
    [InlineData("Basic realm=\"slipway\"", "secret", 200)]
    public async Task Credentials_are_asked_for_only_where_they_help(string? challenge, string? authorization, int status)
    {
        await using var world = new ProxyWorld(s => s with { Authenticator = new Password(challenge) }, null, "allowed.test");
        using var client = await world.ConnectAsync();
        await client.SendAsync("CONNECT allowed.test:443 HTTP/1.1\r\nHost: a.test\r\n" + (authorization is null ? "" : $"Proxy-Authorization: {authorization}\r\n") + "\r\n");
        var head = await client.ReadHeadAsync();
        Assert.StartsWith($"HTTP/1.1 {status} ", head, StringComparison.Ordinal);
        Assert.Equal(status == 407, head.Contains("Proxy-Authenticate: Basic", StringComparison.Ordinal));
        client.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        await client.ReadToEndAsync();
        Assert.Equal(status == 200 ? "somebody" : null, (await world.NextDecisionAsync()).User);
    }

    private sealed class Password(string? challenge) : IClientAuthenticator
    {
        public string? Challenge => challenge;

        public ValueTask<string?> AuthenticateAsync(ClientEvidence evidence, CancellationToken cancellation) =>
            ValueTask.FromResult(evidence.ProxyAuthorization == "secret" && IPAddress.IsLoopback(evidence.Address) ? "somebody" : null);
    }
}
