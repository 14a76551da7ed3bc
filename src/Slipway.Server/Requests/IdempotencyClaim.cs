using System.Data.Common;

namespace Slipway.Server.Requests;

/// <summary>
/// The right to execute a request. It renews itself while the request runs, so that a long request is not mistaken for one whose
/// server died, and it aborts the request if another server has taken it over nevertheless.
/// </summary>
internal sealed class IdempotencyClaim : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _done = new();
    private readonly Task _kept;

    private IdempotencyClaim(IdempotencyStore store, IdempotencyKey request, string id, TimeProvider time, CancellationToken aborted)
    {
        Id = id;
        _lost = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        _kept = KeepAsync(store, request, time);
    }

    /// <summary>The id that distinguishes this claim from others on the same request.</summary>
    public string Id { get; }

    /// <summary>Whether another server has taken the request over.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Cancelled when the client disconnects or the claim is lost.</summary>
    public CancellationToken Token => _lost.Token;

    /// <summary>Returns a new id.</summary>
    public static string NewId() => Guid.CreateVersion7().ToString();

    /// <summary>Starts renewing a claim that the store has granted.</summary>
    public static IdempotencyClaim Hold(IdempotencyStore store, IdempotencyKey request, string id, TimeProvider time, CancellationToken aborted) => new(store, request, id, time, aborted);

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _kept;
        _done.Dispose();
        _lost.Dispose();
    }

    private async Task KeepAsync(IdempotencyStore store, IdempotencyKey request, TimeProvider time)
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

    // If the database does not answer now, there are three more tries before another server takes the request over.
    private async Task<bool> IsOursAsync(IdempotencyStore store, IdempotencyKey request)
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
