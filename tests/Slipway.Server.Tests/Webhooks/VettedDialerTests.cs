using System.Net;
using Slipway.Server.Webhooks;

namespace Slipway.Server.Tests.Webhooks;

public sealed class VettedDialerTests
{
    private static readonly IPAddress Public = IPAddress.Parse("93.184.215.14");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("fd00::1")]
    public async Task A_name_with_one_address_that_is_not_public_is_refused_even_beside_a_public_one(string address)
    {
        var dialer = Dialer([], (_, _) => Task.FromResult(new[] { Public, IPAddress.Parse(address) }));
        var refused = await Assert.ThrowsAsync<AddressRefusedException>(() => dialer.VetAsync("hooks.example.com", 443, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(address, refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AddressRefusedException>(() => dialer.VetAsync(address, 443, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_public_name_gives_the_addresses_that_were_judged()
    {
        var dialer = Dialer([], (_, _) => Task.FromResult(new[] { Public }));
        Assert.Equal([Public], await dialer.VetAsync("hooks.example.com", 443, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_name_is_resolved_once_for_a_connection_so_that_a_second_answer_has_no_effect()
    {
        await using var receiver = await TestReceiver.StartAsync();
        var asked = 0;
        var dialer = Dialer([$"rebinding.example.com:{receiver.Address.Port}"], (_, _) => ++asked == 1 ? Task.FromResult(new[] { IPAddress.Loopback }) : throw new InvalidOperationException("asked again"));
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = dialer.ConnectAsync, UseProxy = false });
        using var answer = await client.GetAsync($"http://rebinding.example.com:{receiver.Address.Port}/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(1, asked);
        Assert.Equal($"rebinding.example.com:{receiver.Address.Port}", (await receiver.NextAsync()).Headers["Host"]);
    }

    [Fact]
    public async Task A_name_that_turns_private_later_is_refused_at_the_next_connection()
    {
        var asked = 0;
        var dialer = Dialer([], (_, _) => Task.FromResult(new[] { ++asked == 1 ? Public : IPAddress.Loopback }));
        await dialer.VetAsync("hooks.example.com", 443, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<AddressRefusedException>(() => dialer.VetAsync("hooks.example.com", 443, TestContext.Current.CancellationToken));
    }

    private static VettedDialer Dialer(IReadOnlyList<string> allowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve) =>
        new(new WebhookTargets(new ServerOptions("unused") { AllowedWebhooks = allowed }), resolve);
}
