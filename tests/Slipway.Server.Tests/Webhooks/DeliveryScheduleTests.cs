using Slipway.Server.Webhooks;

namespace Slipway.Server.Tests.Webhooks;

public sealed class DeliveryScheduleTests
{
    [Fact]
    public void All_tries_take_about_a_day()
    {
        var all = Enumerable.Range(1, DeliverySchedule.Attempts - 1).Sum(attempt => DeliverySchedule.After(attempt, 0.5).TotalHours);
        Assert.InRange(all, 18, 26);
    }

    [Fact]
    public void Pauses_grow_to_six_hours_and_differ()
    {
        Assert.Equal(10, DeliverySchedule.After(1, 0.5).TotalSeconds, 3);
        Assert.Equal(30, DeliverySchedule.After(2, 0.5).TotalSeconds, 3);
        Assert.Equal(6, DeliverySchedule.After(50, 0.5).TotalHours, 3);
        Assert.Equal(8, DeliverySchedule.After(1, 0).TotalSeconds, 3);
        Assert.Equal(12, DeliverySchedule.After(1, 1).TotalSeconds, 3);
    }
}
