using System.Net;
using Slipway.Gateway.Clients;

namespace Slipway.Gateway.Tests.Clients;

public sealed class PasswordAttemptThrottleTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly PasswordAttemptThrottle _damping;

    public PasswordAttemptThrottleTests() => _damping = new PasswordAttemptThrottle(_clock);

    [Fact]
    public void Four_typing_errors_cost_nothing_and_the_fifth_a_second()
    {
        var address = IPAddress.Parse("10.1.2.3");
        Fail(address, 4);
        Assert.False(_damping.MustWait(address));
        Fail(address, 1);
        Assert.True(_damping.MustWait(address));
        Assert.False(_damping.MustWait(IPAddress.Parse("10.1.2.4")));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_damping.MustWait(address));
    }

    [Fact]
    public void The_pause_doubles_and_ends_at_five_minutes()
    {
        var address = IPAddress.Parse("10.1.2.3");
        Fail(address, 6);
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.True(_damping.MustWait(address));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.False(_damping.MustWait(address));
        Fail(address, 1000);
        _clock.Advance(TimeSpan.FromSeconds(299));
        Assert.True(_damping.MustWait(address));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_damping.MustWait(address));
    }

    [Fact]
    public void A_right_password_or_a_quarter_of_an_hour_forgives()
    {
        var address = IPAddress.Parse("10.1.2.3");
        Fail(address, 4);
        _damping.Succeeded(address);
        Fail(address, 4);
        Assert.False(_damping.MustWait(address));
        _clock.Advance(TimeSpan.FromMinutes(16));
        Fail(address, 4);
        Assert.False(_damping.MustWait(address));
    }

    [Fact]
    public void Addresses_of_one_machine_count_as_one()
    {
        Fail(IPAddress.Parse("2001:db8::1"), 5);
        Assert.True(_damping.MustWait(IPAddress.Parse("2001:db8::2")));
        Assert.False(_damping.MustWait(IPAddress.Parse("2001:db8:0:1::1")));
        Fail(IPAddress.Parse("::ffff:10.0.0.1"), 5);
        Assert.True(_damping.MustWait(IPAddress.Parse("10.0.0.1")));
        Assert.False(_damping.MustWait(IPAddress.Parse("::ffff:10.0.0.2")));
    }

    [Fact]
    public void Memory_has_a_bound_and_still_damps()
    {
        for (var i = 0; i < 60_000; i++)
            _damping.Failed(new IPAddress([10, (byte)(i >> 16), (byte)(i >> 8), (byte)i]));
        Assert.InRange(_damping.Count, 1, 50_000);
        Fail(IPAddress.Parse("192.0.2.1"), 5);
        Assert.True(_damping.MustWait(IPAddress.Parse("192.0.2.1")));
    }

    private void Fail(IPAddress address, int times)
    {
        for (var i = 0; i < times; i++)
            _damping.Failed(address);
    }
}
