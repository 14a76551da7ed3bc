namespace Slipway.Server.Store;

/// <summary>Somebody who waits for signals, until disposed.</summary>
internal sealed class SignalListener : IDisposable
{
    private readonly Signals _signals;
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = New();

    internal SignalListener(Signals signals, IReadOnlyCollection<string> topics)
    {
        _signals = signals;
        Topics = topics;
    }

    /// <summary>What it waits for.</summary>
    public IReadOnlyCollection<string> Topics { get; }

    /// <summary>The next signal. Take it before looking at the database and wait for it after, so that nothing is missed in between.</summary>
    public Task Next()
    {
        lock (_gate)
        {
            if (_next.Task.IsCompleted)
                _next = New();
            return _next.Task;
        }
    }

    /// <summary>Ends the wait.</summary>
    public void Wake()
    {
        lock (_gate)
            _next.TrySetResult();
    }

    /// <inheritdoc/>
    public void Dispose() => _signals.Leave(this);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
