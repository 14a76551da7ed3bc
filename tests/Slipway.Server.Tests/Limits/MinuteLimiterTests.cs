using System.Threading.RateLimiting;
using Slipway.Server.Limits;

namespace Slipway.Server.Tests.Limits;

public sealed class MinuteLimiterTests
{
    [Fact]
    public void It_grants_its_number_in_a_minute_and_says_how_long_to_wait()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var limiter = new MinuteLimiter(3, clock);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(limiter.AttemptAcquire().IsAcquired);
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        using var refused = limiter.AttemptAcquire();
        Assert.False(refused.IsAcquired);
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.Equal(TimeSpan.FromSeconds(30), wait);
        clock.Advance(wait - TimeSpan.FromTicks(1));
        Assert.False(limiter.AttemptAcquire().IsAcquired);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(limiter.AttemptAcquire().IsAcquired);
    }

    [Fact]
    public void It_can_be_forgotten_once_its_minute_is_over()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var limiter = new MinuteLimiter(3, clock);
        limiter.AttemptAcquire();
        Assert.Null(limiter.IdleDuration);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(TimeSpan.FromSeconds(1), limiter.IdleDuration);
    }

    [Fact]
    public void Many_at_once_get_no_more_than_its_number()
    {
        using var limiter = new MinuteLimiter(500, new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var granted = 0;
        Parallel.For(0, 2000, _ =>
        {
            if (limiter.AttemptAcquire().IsAcquired)
                Interlocked.Increment(ref granted);
        });
        Assert.Equal(500, granted);
    }
}
