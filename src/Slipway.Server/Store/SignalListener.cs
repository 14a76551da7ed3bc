namespace Slipway.Server.Store;

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
