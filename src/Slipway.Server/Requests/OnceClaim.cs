using System.Data.Common;

namespace Slipway.Server.Requests;

/// <summary>
/// The right to carry out a request. It says again and again that the request is still being carried out, so that a long one is
/// not taken for one whose server died; and it ends the request when somebody else has taken it over all the same.
/// </summary>
internal sealed class OnceClaim : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _done = new();
    private readonly Task _kept;

    private OnceClaim(OnceStore store, OnceKey request, string id, TimeProvider time, CancellationToken aborted)
    {
        Id = id;
        _lost = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        _kept = KeepAsync(store, request, time);
    }

    /// <summary>Tells it from the claims of others to the same request.</summary>
    public string Id { get; }

    /// <summary>Has somebody else taken the request over?</summary>
    public bool IsLost { get; private set; }

    /// <summary>Ends when the request is given up, by the client or because the claim is lost.</summary>
    public CancellationToken Token => _lost.Token;

    /// <summary>A new id.</summary>
    public static string NewId() => Guid.CreateVersion7().ToString();

    /// <summary>Begins to hold a claim that the store has given.</summary>
    public static OnceClaim Hold(OnceStore store, OnceKey request, string id, TimeProvider time, CancellationToken aborted) => new(store, request, id, time, aborted);

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _kept;
        _done.Dispose();
        _lost.Dispose();
    }

    private async Task KeepAsync(OnceStore store, OnceKey request, TimeProvider time)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_done.Token))
            {
                if (await IsOursAsync(store, request))
                    continue;
                IsLost = true;
                await _lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The request is done.
        }
    }

    // A database that does not answer now has three more tries before anybody takes the request over.
    private async Task<bool> IsOursAsync(OnceStore store, OnceKey request)
    {
        try
        {
            return await store.RenewAsync(request, Id, _done.Token);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return true;
        }
    }
}
