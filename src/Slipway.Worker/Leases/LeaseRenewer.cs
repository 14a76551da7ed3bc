using Slipway.Protocol.Client;
using Slipway.Protocol.Workers;

namespace Slipway.Worker.Leases;

/// <summary>
/// Holds on to a build while it runs, on a clock of its own. When the service does not answer, the build goes on and the lease is
/// renewed once it does; when the service says that the lease is lost, or has not answered for too long, the build is over.
/// </summary>
internal sealed class LeaseRenewer : IAsyncDisposable
{
    // The service may restart, and whoever waits for the build gains nothing when it begins anew.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    // A call that fails for so long while renewals succeed would go on failing, and the build would be nobody else's.
    private static readonly TimeSpan Insistence = TimeSpan.FromMinutes(10);

    // A build that says nothing hears only with a renewal that somebody cancelled it, and is to be gone ten seconds after that.
    private const int RenewalsInLease = 6;

    // Timers of the runtime run for 49 days at most.
    private const int MostSeconds = 30 * 24 * 3600;

    private readonly WorkerClient _client;
    private readonly WorkerJob _job;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenSource _end = new();
    private readonly TimeSpan _length;
    private readonly Task _renewing;
    private long _renewed;

    public LeaseRenewer(WorkerClient client, WorkerJob job, TimeProvider time, CancellationToken stop)
    {
        _client = client;
        _job = job;
        _time = time;
        _length = LengthOf(job);
        _renewed = time.GetTimestamp();
        _over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _renewing = Task.Run(RenewAsync, CancellationToken.None);
    }

    /// <summary>How long a lease holds, as far as that can be: a service that says nothing sensible is asked often, or seldom, but neither always nor never.</summary>
    public static TimeSpan LengthOf(WorkerJob job) => TimeSpan.FromSeconds(Math.Clamp(job.LeaseSeconds, 1, MostSeconds));

    /// <summary>Ends the build: its lease is lost, somebody cancelled it, or the worker is stopped.</summary>
    public CancellationToken Ended => _over.Token;

    /// <summary>Is the build another worker's now?</summary>
    public bool IsLost { get; private set; }

    /// <summary>Does somebody want the build ended?</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Takes in what the service said in answer to a call that holds the lease.</summary>
    public void Apply(LeaseAnswer answer)
    {
        if (!answer.CancelRequested || IsCancelled)
            return;
        IsCancelled = true;
        _over.Cancel();
    }

    /// <summary>The service said that the lease is lost.</summary>
    public void MarkLost()
    {
        IsLost = true;
        _over.Cancel();
    }

    /// <summary>Does a call until it succeeds, pausing while the service does not answer.</summary>
    /// <exception cref="LeaseLostException">The lease is lost.</exception>
    /// <exception cref="OperationCanceledException">The build is over.</exception>
    /// <exception cref="ServiceUnavailableException">The call never succeeds, although the lease holds.</exception>
    public async Task<T> RetryWhileHeldAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        var backoff = new Backoff(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5));
        var began = _time.GetTimestamp();
        while (true)
        {
            try
            {
                return await call(cancellation);
            }
            catch (ServiceUnavailableException e) when (_time.GetElapsedTime(began) < Insistence)
            {
                await Task.Delay(backoff.Next(e), _time, cancellation);
            }
            catch (LeaseLostException)
            {
                MarkLost();
                throw;
            }
        }
    }

    /// <inheritdoc cref="RetryWhileHeldAsync{T}"/>
    public Task RetryWhileHeldAsync(Func<CancellationToken, Task> call, CancellationToken cancellation) => RetryWhileHeldAsync(
        async c =>
        {
            await call(c);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _renewing;
        _end.Dispose();
        _over.Dispose();
    }

    private async Task RenewAsync()
    {
        var backoff = new Backoff(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(5));
        var pause = _length / RenewalsInLease;
        while (true)
        {
            try
            {
                await Task.Delay(pause, _time, _end.Token);
                Apply(await _client.RenewAsync(_job.Build, _job.Attempt, _end.Token));
                _renewed = _time.GetTimestamp();
                pause = _length / RenewalsInLease;
                backoff.Reset();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (ServiceUnavailableException e) when (_time.GetElapsedTime(_renewed) < _length + Grace)
            {
                pause = backoff.Next(e);
            }
            catch (Exception)
            {
                // The lease is lost, the token was revoked, or nobody has answered for too long.
                MarkLost();
                return;
            }
        }
    }
}
