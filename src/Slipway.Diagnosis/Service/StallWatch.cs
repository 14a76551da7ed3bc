namespace Slipway.Diagnosis.Service;

/// <summary>Cancels an operation when its progress has stopped for a while.</summary>
internal sealed class StallWatch : IDisposable
{
    private const int LooksPerLimit = 4;

    private readonly CancellationTokenSource _source;
    private readonly Timer _timer;
    private readonly Func<long> _progress;
    private long _last = -1;
    private int _same;

    /// <summary>Begins to watch.</summary>
    public StallWatch(Func<long> progress, TimeSpan limit, CancellationToken cancellation)
    {
        _progress = progress;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _timer = new Timer(_ => Look(), null, limit / LooksPerLimit, limit / LooksPerLimit);
    }

    /// <summary>Fires when progress has stopped, or when the caller cancels.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether progress stopped.</summary>
    public bool Stalled { get; private set; }

    public void Dispose()
    {
        // The timer must not fire after the end.
        using (var ended = new ManualResetEvent(false))
        {
            if (_timer.Dispose(ended))
                ended.WaitOne();
        }

        _source.Dispose();
    }

    private void Look()
    {
        var now = _progress();
        _same = now == _last ? _same + 1 : 0;
        _last = now;
        if (_same < LooksPerLimit || Stalled)
            return;
        Stalled = true;
        _source.Cancel();
    }
}
