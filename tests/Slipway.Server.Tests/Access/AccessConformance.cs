using System.Net;
using Dapper;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Install;
using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Access;

/// <summary>Who may do what, whichever database keeps it.</summary>
public abstract class AccessConformance : DatabaseConformance
{
    private TokenStore Tokens => new(Queue.Database);

    [Fact]
    public async Task A_token_is_found_until_it_expires_and_what_was_made_with_it_stands_until_it_is_revoked()
    {
        var (organisation, id, prefix) = await TokenAsync("One");
        Assert.Equal(id, (await Tokens.FindAsync(prefix, Cancellation))?.Id);
        Assert.True(await Tokens.StandsAsync(id, Cancellation));
        await Queue.Database.WriteAsync((c, t) => Tokens.ExpireAsync(c, t, id), Cancellation);
        Assert.Null(await Tokens.FindAsync(prefix, Cancellation));
        Assert.Empty(await Tokens.FindAsync([id], Cancellation));
        Assert.True(await Tokens.StandsAsync(id, Cancellation));
        await Queue.Database.WriteAsync((c, t) => Tokens.ExtendAsync(c, t, id, TimeSpan.FromHours(1)), Cancellation);
        Assert.Equal(id, Assert.Single(await Tokens.FindAsync([id, "none"], Cancellation)).Key);
        Assert.True(await Queue.Database.WriteAsync((c, t) => Tokens.RevokeAsync(c, t, organisation, false, id, withMade: false), Cancellation));
        Assert.False(await Tokens.StandsAsync(id, Cancellation));
        Assert.True(Assert.Single(await Tokens.ListAsync(organisation, ofService: true, new Paging(0, 10), Cancellation)).Revoked);
    }

    [Fact]
    public async Task Revoking_a_token_with_what_was_made_with_it_leaves_others()
    {
        var (organisation, first, _) = await TokenAsync("One");
        var (_, other, _) = await TokenAsync("Two");
        var second = await MakeAsync(organisation, first);
        var third = await MakeAsync(organisation, second);
        await Queue.Database.WriteAsync((c, t) => Tokens.RevokeAsync(c, t, organisation, false, first, withMade: true), Cancellation);
        Assert.Equal([other], (await Tokens.FindAsync([first, second, third, other], Cancellation)).Keys);
        Assert.False(await Queue.Database.WriteAsync((c, t) => Tokens.RevokeAsync(c, t, organisation, true, other, withMade: true), Cancellation));
    }

    [Fact]
    public async Task Logins_that_fail_make_the_next_wait()
    {
        var gate = new LoginThrottle(Queue.Database);
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("192.0.2.1") } };
        var attempt = await gate.EnterAsync(context, "ada@example.com");
        await Queue.Database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE login_failures SET failures = 20 WHERE key = @Pair", attempt, t), Cancellation);
        Assert.Equal("SLW-SRV-42902", (await Assert.ThrowsAnyAsync<ProblemException>(() => gate.EnterAsync(context, "ada@example.com"))).Problems[0].Code);
        await gate.EnterAsync(context, "bob@example.com");
        await Queue.Database.WriteAsync((c, t) => gate.SucceedAsync(c, t, attempt), Cancellation);
        await gate.EnterAsync(context, "ada@example.com");
        Assert.Equal(1, await Queue.ScalarAsync<long>("SELECT count(*) FROM login_places"));
    }

    [Fact]
    public async Task Entries_of_one_minute_are_counted_and_of_another_are_new()
    {
        var audit = new AuditTrail(Queue.Database);
        var caller = TestQueue.CallerOf(await Queue.OrganisationAsync("One"));
        var at = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
        foreach (var time in new[] { at, at.AddSeconds(50), at.AddMinutes(1) })
            await Queue.Database.WriteAsync((c, t) => audit.CountAsync(c, t, caller, "192.0.2.1", time, "id.missed", "some", new { }), Cancellation);
        Assert.Equal([1, 2], (await audit.ListAsync(caller.Organisation, new Paging(0, 10), Cancellation)).Results.Select(entry => entry.Times).Order());
        Assert.Empty((await audit.ListAsync(null, new Paging(0, 10), Cancellation)).Results);
    }

    [Fact]
    public async Task A_link_is_listed_until_it_is_withdrawn_and_goes_with_its_build()
    {
        var (organisation, token, _) = await TokenAsync("One");
        var build = await Queue.EnqueueAsync(organisation);
        var links = new LinkStore(Queue.Database);
        var caller = new Caller(token, organisation, null, new HashSet<string>(), "");
        var package = new InstallableRow("artifact", "app.apk", 1, "", "", organisation, "Android", null, "App", null, null, null, null);
        var id = await Queue.Database.WriteAsync((c, t) => links.AddAsync(c, t, caller, build, package, DateTimeOffset.UnixEpoch.AddYears(200)), Cancellation);
        Assert.Equal(id, Assert.Single((await links.ListAsync(organisation, build, new Paging(0, 10), Cancellation)).Links).Id);
        Assert.Equal(id, (await Queue.Database.WriteAsync((c, t) => LinkStore.FindAsync(c, t, organisation, id), Cancellation))?.Id);
        Assert.True(await Queue.Database.WriteAsync((c, t) => links.WithdrawAllAsync(c, t, organisation, build), Cancellation));
        Assert.Equal(0, (await links.ListAsync(organisation, null, new Paging(0, 10), Cancellation)).Total);
        await new AccessHistory(Queue.Database, new ServerOptions("")).ForgetAsync(Cancellation);
        Assert.Equal(1, await Queue.ScalarAsync<long>("SELECT count(*) FROM install_links"));
        await Queue.Database.WriteAsync((c, t) => c.ExecuteAsync("DELETE FROM builds", transaction: t), Cancellation);
        Assert.Equal(0, await Queue.ScalarAsync<long>("SELECT count(*) FROM install_links"));
    }

    private async Task<(string Organisation, string Id, string Prefix)> TokenAsync(string name)
    {
        var organisation = await Queue.OrganisationAsync(name);
        var (id, text) = await Queue.Database.WriteAsync((c, t) => Tokens.CreateAsync(c, t, new NewToken(organisation, null, "First", ["builds.read"], TimeSpan.FromHours(1))), Cancellation);
        return (organisation, id, AccessToken.Parse(text)!.Value.Prefix);
    }

    private async Task<string> MakeAsync(string organisation, string maker) => (await Queue.Database.WriteAsync(
        (c, t) => Tokens.CreateAsync(c, t, new NewToken(organisation, null, "Made", ["builds.read"], null) { Maker = new Caller(maker, organisation, null, new HashSet<string>(), "") }), Cancellation)).Id;
}
