using Slipway.Server.Store;

namespace Slipway.Server.Tests.Store;

public sealed class SignalsTests
{
    [Fact]
    public async Task A_signal_wakes_those_who_wait_for_its_topic_and_no_others()
    {
        await using var signals = new Signals();
        var (first, second, other) = (signals.NextAsync("queue"), signals.NextAsync("queue"), signals.NextAsync("other"));
        signals.Publish("queue");
        await Task.WhenAll(first, second);
        Assert.False(other.IsCompleted);
    }

    [Fact]
    public async Task A_signal_before_the_wait_is_not_missed_and_does_not_count_twice()
    {
        await using var signals = new Signals();
        var next = signals.NextAsync("queue");
        signals.Publish("queue");
        await Signals.WaitAsync(next, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.False(signals.NextAsync("queue").IsCompleted);
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        await using var signals = new Signals();
        using var cancellation = new CancellationTokenSource();
        var waiting = Signals.WaitAsync(signals.NextAsync("queue"), TimeSpan.FromMinutes(1), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
