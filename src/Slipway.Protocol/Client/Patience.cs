namespace Slipway.Protocol.Client;

/// <summary>Gives up when nothing has moved for a while, however long the whole takes.</summary>
internal sealed class Patience : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource _source;

    public Patience(TimeSpan limit, CancellationToken outer)
    {
        _limit = limit;
        _outer = outer;
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _source.CancelAfter(limit);
    }

    /// <summary>Fires when patience is at its end, or the caller gives up.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Has nothing moved for too long?</summary>
    public bool IsOver => _source.IsCancellationRequested && !_outer.IsCancellationRequested;

    /// <summary>Something moved.</summary>
    public void Renew() => _source.CancelAfter(_limit);

    public void Dispose() => _source.Dispose();
}
