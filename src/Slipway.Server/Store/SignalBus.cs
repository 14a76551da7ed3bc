namespace Slipway.Server.Store;

/// <summary>
/// Wakes up everybody who waits for a topic. A signal can be lost when a connection breaks, so waiters also poll; a signal only
/// makes them check sooner.
/// </summary>
internal class SignalBus : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<SignalListener>> _listeners = new(StringComparer.Ordinal);

    /// <summary>The topics with waiters.</summary>
    public int TopicCount
    {
        get
        {
            lock (_gate)
                return _listeners.Count;
        }
    }

    /// <summary>Completes once it is known that signals of other servers do not arrive.</summary>
    public virtual Task Lost { get; } = new TaskCompletionSource().Task;

    /// <summary>Signals everybody who waits for a topic.</summary>
    public virtual void Publish(string topic) => Wake(topic);

    /// <summary>Waits for topics until the result is disposed.</summary>
    public SignalListener Listen(params IEnumerable<string> topics)
    {
        var listener = new SignalListener(this, [.. topics]);
        lock (_gate)
        {
            foreach (var topic in listener.Topics)
            {
                if (!_listeners.TryGetValue(topic, out var others))
                    _listeners[topic] = others = [];
                others.Add(listener);
            }
        }

        return listener;
    }

    /// <summary>Waits for a signal until a timeout.</summary>
    public static async Task WaitAsync(Task signal, TimeSpan most, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(signal, Task.Delay(most, timer.Token));
        await timer.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Removes a subscription.</summary>
    internal void Leave(SignalListener listener)
    {
        lock (_gate)
        {
            foreach (var topic in listener.Topics)
            {
                if (_listeners.TryGetValue(topic, out var others) && others.Remove(listener) && others.Count == 0)
                    _listeners.Remove(topic);
            }
        }
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Signals the waiters in this process.</summary>
    protected void Wake(string topic)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners.GetValueOrDefault(topic) ?? [])
                listener.Wake();
        }
    }

    /// <summary>Signals all waiters in this process, after signals may have been missed.</summary>
    protected void WakeAll()
    {
        lock (_gate)
        {
            foreach (var listener in _listeners.Values.SelectMany(all => all))
                listener.Wake();
        }
    }
}

/// <summary>A subscription to signals; disposing it ends the subscription.</summary>
internal sealed class SignalListener : IDisposable
{
    private readonly SignalBus _signals;
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = New();

    internal SignalListener(SignalBus signals, IReadOnlyCollection<string> topics)
    {
        _signals = signals;
        Topics = topics;
    }

    /// <summary>The topics that it waits for.</summary>
    public IReadOnlyCollection<string> Topics { get; }

    /// <summary>The next signal. Take it before reading the database and wait for it afterwards, so that no signal in between is missed.</summary>
    public Task Next()
    {
        lock (_gate)
        {
            if (_next.Task.IsCompleted)
                _next = New();
            return _next.Task;
        }
    }

    /// <summary>Completes the wait.</summary>
    public void Wake()
    {
        lock (_gate)
            _next.TrySetResult();
    }

    /// <inheritdoc/>
    public void Dispose() => _signals.Leave(this);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
