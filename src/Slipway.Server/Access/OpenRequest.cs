namespace Slipway.Server.Access;

/// <summary>A request that is in progress.</summary>
/// <param name="tokenId">The token that it was made with.</param>
/// <param name="scope">The scope that the route needs; null for none.</param>
/// <param name="aborted">Fires when the client disconnects.</param>
internal sealed class OpenRequest(string tokenId, string? scope, CancellationToken aborted) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    private bool _isOver;

    /// <summary>The token that it was made with.</summary>
    public string TokenId => tokenId;

    /// <summary>Fires when the client disconnects or the token of the request ends.</summary>
    public CancellationToken Ending => _end.Token;

    /// <summary>Whether the request was aborted because its token ended.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Returns whether the token, in its current state, still allows the request.</summary>
    public bool IsAllowed(TokenRow? token) => token is not null && (scope is null || token.ScopesNow().Contains(scope));

    /// <summary>Aborts the request.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_isOver)
                return;
            IsEnded = true;
            _end.Cancel();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _end.Dispose();
        }
    }
}
