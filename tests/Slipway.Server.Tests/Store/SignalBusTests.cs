using Slipway.Server.Store;

namespace Slipway.Server.Tests.Store;

public sealed class SignalBusTests
{
    [Fact]
    public async Task A_signal_wakes_those_who_wait_for_its_topic_and_no_others()
    {
        await using var signals = new SignalBus();
        using var first = signals.Listen("queue");
        using var second = signals.Listen("other", "queue");
        using var third = signals.Listen("other");
        var (one, two, other) = (first.Next(), second.Next(), third.Next());
        signals.Publish("queue");
        await Task.WhenAll(one, two);
        Assert.False(other.IsCompleted);
    }

    [Fact]
    public async Task A_signal_before_the_wait_is_not_missed_and_does_not_count_twice()
    {
        await using var signals = new SignalBus();
        using var listener = signals.Listen("queue");
        var next = listener.Next();
        signals.Publish("queue");
        await SignalBus.WaitAsync(next, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.False(listener.Next().IsCompleted);
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        await using var signals = new SignalBus();
        using var listener = signals.Listen("queue");
        using var cancellation = new CancellationTokenSource();
        var waiting = SignalBus.WaitAsync(listener.Next(), TimeSpan.FromMinutes(1), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_topic_that_nobody_waits_for_any_more_is_forgotten()
    {
        await using var signals = new SignalBus();
        for (var i = 0; i < 100; i++)
        {
            using var listener = signals.Listen($"build:{i}", "queue");
            _ = listener.Next();
            signals.Publish($"build:{i}");
            _ = listener.Next();
        }

        Assert.Equal(0, signals.TopicCount);
        using var last = signals.Listen("queue");
        Assert.Equal(1, signals.TopicCount);
    }
}
