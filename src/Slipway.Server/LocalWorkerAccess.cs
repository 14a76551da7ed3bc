using Slipway.Server.Access;

namespace Slipway.Server;

/// <summary>The right of a worker on this machine to take builds. It lasts until it is disposed, or for two hours if the server is killed.</summary>
public sealed class LocalWorkerAccess : IAsyncDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly LocalWorkerTokens _tokens;
    private readonly string _id;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewing;

    private LocalWorkerAccess(LocalWorkerTokens tokens, string id, string text, TimeProvider time)
    {
        (_tokens, _id, Token) = (tokens, id, text);
        _renewing = RenewAsync(time);
    }

    /// <summary>The token of the worker.</summary>
    public string Token { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _renewing;
        _end.Dispose();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _tokens.RevokeAsync(_id, patience.Token);
        }
        catch (Exception e) when (e is not ObjectDisposedException)
        {
            // The database is unavailable, so the token expires by itself.
        }
    }

    /// <summary>Grants a worker access.</summary>
    /// <param name="tokens">The store of tokens.</param>
    /// <param name="name">Its name for people.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    internal static async Task<LocalWorkerAccess> OpenAsync(LocalWorkerTokens tokens, string name, TimeProvider time, CancellationToken cancellation)
    {
        var (id, text) = await tokens.CreateAsync(name, cancellation);
        return new LocalWorkerAccess(tokens, id, text, time);
    }

    private async Task RenewAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(Renewal, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
                await TryExtendAsync();
        }
        catch (OperationCanceledException)
        {
            // Disposing ends the loop this way.
        }
    }

    private async Task TryExtendAsync()
    {
        try
        {
            await _tokens.ExtendAsync(_id, _end.Token);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A failure is harmless, because there are several tries within the lifetime of a token.
        }
    }
}
