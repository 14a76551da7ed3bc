using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Time.Testing;

namespace Slipway.Testing;

/// <summary>A clock that only a test moves, and which says when somebody waits. <see cref="FakeTimeProvider"/> does not, and to advance it before that loses the wait.</summary>
public sealed class ObservedTime : FakeTimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ObservedTimer> _waiting = [];
    private readonly List<(TimeSpan Least, TaskCompletionSource Signal)> _expected = [];

    /// <inheritdoc/>
    [SuppressMessage("Reliability", "CA2000", Justification = "the caller disposes of it")]
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ObservedTimer(this);
        timer.Inner = base.CreateTimer(
            inner =>
            {
                Fired(timer, period);
                callback(inner);
            },
            state,
            dueTime,
            period);
        Set(timer, dueTime);
        return timer;
    }

    /// <summary>Completes when somebody waits at least so long.</summary>
    public Task SomebodyWaitsAsync(TimeSpan least)
    {
        lock (_lock)
        {
            if (_waiting.Exists(timer => timer.Due - GetUtcNow() >= least))
                return Task.CompletedTask;
            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _expected.Add((least, signal));
            return signal.Task;
        }
    }

    private void Fired(ObservedTimer timer, TimeSpan period) => Set(timer, period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan);

    private void Set(ObservedTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _waiting.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = GetUtcNow() + dueTime;
            _waiting.Add(timer);
            foreach (var (_, signal) in _expected.FindAll(e => dueTime >= e.Least))
                signal.TrySetResult();
            _expected.RemoveAll(e => dueTime >= e.Least);
        }
    }

    private sealed class ObservedTimer(ObservedTime time) : ITimer
    {
        public ITimer Inner { get; set; } = null!;

        public DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = Inner.Change(dueTime, period);
            time.Set(this, dueTime);
            return changed;
        }

        public void Dispose()
        {
            time.Set(this, Timeout.InfiniteTimeSpan);
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
