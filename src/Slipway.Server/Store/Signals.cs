using System.Collections.Concurrent;

namespace Slipway.Server.Store;

/// <summary>
/// Wakes up who waits for a topic. A signal may be lost when a connection breaks, so whoever waits also looks from time to
/// time; a signal only makes it sooner.
/// </summary>
internal class Signals : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>Tells everybody who waits for a topic.</summary>
    public virtual void Publish(string topic) => Wake(topic);

    /// <summary>
    /// The next signal of a topic. Take it before looking at the database and wait for it after, so that nothing is missed
    /// in between.
    /// </summary>
    public Task NextAsync(string topic) => _waiting.GetOrAdd(topic, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Waits for a signal, but no longer than a time.</summary>
    public static async Task WaitAsync(Task signal, TimeSpan most, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(signal, Task.Delay(most, timer.Token));
        await timer.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Tells those who wait in this process.</summary>
    protected void Wake(string topic)
    {
        if (_waiting.TryRemove(topic, out var waiting))
            waiting.TrySetResult();
    }

    /// <summary>Tells everybody in this process, when signals may have been missed.</summary>
    protected void WakeAll()
    {
        foreach (var topic in _waiting.Keys)
            Wake(topic);
    }
}
