namespace Slipway.Server.Access;

/// <summary>A request that is being answered.</summary>
/// <param name="tokenId">The token that it was made with.</param>
/// <param name="scope">What the route asks for; null for nothing.</param>
/// <param name="aborted">Fires when the other side hangs up.</param>
internal sealed class OpenRequest(string tokenId, string? scope, CancellationToken aborted) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    private bool _isOver;

    /// <summary>The token that it was made with.</summary>
    public string TokenId => tokenId;

    /// <summary>Fires when the other side hangs up, or the right to make the request has ended.</summary>
    public CancellationToken Ending => _end.Token;

    /// <summary>Was it ended because the right to make it has ended?</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Is the token, as it is now, enough for the request?</summary>
    public bool IsAllowed(TokenRow? token) => token is not null && (scope is null || token.ScopesNow().Contains(scope));

    /// <summary>Ends it.</summary>
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
