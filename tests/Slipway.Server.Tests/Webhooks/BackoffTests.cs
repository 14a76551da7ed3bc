using Slipway.Server.Webhooks;

namespace Slipway.Server.Tests.Webhooks;

public sealed class BackoffTests
{
    [Fact]
    public void All_tries_take_about_a_day()
    {
        var all = Enumerable.Range(1, Backoff.Attempts - 1).Sum(attempt => Backoff.After(attempt, 0.5).TotalHours);
        Assert.InRange(all, 18, 26);
    }

    [Fact]
    public void Pauses_grow_to_six_hours_and_differ()
    {
        Assert.Equal(10, Backoff.After(1, 0.5).TotalSeconds, 3);
        Assert.Equal(30, Backoff.After(2, 0.5).TotalSeconds, 3);
        Assert.Equal(6, Backoff.After(50, 0.5).TotalHours, 3);
        Assert.Equal(8, Backoff.After(1, 0).TotalSeconds, 3);
        Assert.Equal(12, Backoff.After(1, 1).TotalSeconds, 3);
    }
}
