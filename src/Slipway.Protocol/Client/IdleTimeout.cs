namespace Slipway.Protocol.Client;

/// <summary>An idle timeout: cancels an operation if it makes no progress for a while, however long it takes as a whole.</summary>
internal sealed class IdleTimeout : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource _source;

    public IdleTimeout(TimeSpan limit, CancellationToken outer)
    {
        _limit = limit;
        _outer = outer;
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _source.CancelAfter(limit);
    }

    /// <summary>Fires when the idle timeout expires or the caller cancels.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the idle timeout has expired.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_outer.IsCancellationRequested;

    /// <summary>Restarts the timeout after progress.</summary>
    public void Renew() => _source.CancelAfter(_limit);

    public void Dispose() => _source.Dispose();
}
