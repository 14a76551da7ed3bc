using Slipway.Build;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Worker.Builds;
using Slipway.Worker.Leases;

namespace Slipway.Worker;

/// <summary>Runs a worker: registers it, claims builds while slots are free, and leaves the service at the end.</summary>
public sealed class WorkerLoop : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LastBuilds = TimeSpan.FromSeconds(60);

    private readonly WorkerOptions _options;
    private readonly WorkerClient _client;
    private readonly JobRun _jobs;
    private readonly TimeProvider _time;
    private readonly IProgress<WorkerEvent> _events;
    private readonly SemaphoreSlim _free;
    private readonly Backoff _recovery = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));
    private volatile CancellationTokenSource _able = new();
    private Guid _worker;

    /// <summary>Creates a worker.</summary>
    /// <param name="options">Options of the worker.</param>
    /// <param name="connection">Connection to the service.</param>
    /// <param name="runner">Makes the builds.</param>
    /// <param name="events">Receives events.</param>
    public WorkerLoop(WorkerOptions options, ServiceConnection connection, BuildRunner runner, IProgress<WorkerEvent> events)
        : this(options, new WorkerClient(connection), runner.RunAsync, TimeProvider.System, events)
    {
    }

    internal WorkerLoop(WorkerOptions options, WorkerClient client, BuildJobAsync build, TimeProvider time, IProgress<WorkerEvent> events)
    {
        _options = options;
        _client = client;
        _time = time;
        _events = events;
        _jobs = new JobRun(client, build, options, time, events, Judge);
        _free = new SemaphoreSlim(options.Slots);
    }

    /// <summary>Runs until the worker is asked to stop.</summary>
    /// <param name="drain">Requests the end: the worker takes no more builds, lets running ones continue for the time in the options, and leaves.</param>
    /// <exception cref="ProblemException">The service refuses the worker.</exception>
    public async Task RunAsync(CancellationToken drain)
    {
        using var stop = new CancellationTokenSource();
        try
        {
            await RegisterAsync(drain);
            await ClaimAsync(drain, stop.Token);
        }
        catch (OperationCanceledException) when (drain.IsCancellationRequested)
        {
            // The regular end.
        }
        finally
        {
            await DrainAsync(stop);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _free.Dispose();
        _able.Dispose();
    }

    private async Task RegisterAsync(CancellationToken drain)
    {
        var registration = new WorkerRegistration(_options.Name, Platforms.Names, [.. BuilderVersion.All.Select(version => version.Name)], _options.Slots);
        var welcome = await InsistAsync(c => _client.RegisterAsync(registration, c), drain);
        _worker = welcome.WorkerId;
        _events.Report(new WorkerEvent(WorkerEventKind.Ready, Detail: $"{_options.Slots} at once"));
    }

    private async Task ClaimAsync(CancellationToken drain, CancellationToken stop)
    {
        while (true)
        {
            await _free.WaitAsync(drain);
            WorkerJob? job = null;
            try
            {
                await RecoverAsync(drain);
                using var claiming = CancellationTokenSource.CreateLinkedTokenSource(drain, _able.Token);
                job = await InsistAsync(c => _client.ClaimAsync(_worker, Wait, c), claiming.Token);
            }
            catch (OperationCanceledException) when (!drain.IsCancellationRequested)
            {
                // This worker cannot make another build at present.
            }
            catch (ProblemException e) when (e.Problems[0].Code == ServiceProblems.NotFound.Code)
            {
                // The service removes workers that it has not heard from for a long time.
                await RegisterAsync(drain);
            }
            finally
            {
                if (job is null)
                    _free.Release();
            }

            if (job is not null)
                Start(job, stop);
        }
    }

    private void Start(WorkerJob job, CancellationToken stop) => _ = Task.Run(
        async () =>
        {
            try
            {
                await _jobs.RunAsync(job, stop);
            }
            finally
            {
                _free.Release();
            }
        },
        CancellationToken.None);

    // Without a pause, a worker with a full disk would fail builds faster than others finish them, and so receive most of the queue.
    private void Judge(bool isAble)
    {
        if (isAble)
            _recovery.Reset();
        else
            _able.Cancel();
    }

    private async Task RecoverAsync(CancellationToken drain)
    {
        if (!_able.IsCancellationRequested)
            return;
        await Task.Delay(_recovery.Next(), _time, drain);
        _able = new CancellationTokenSource();
    }

    private async Task DrainAsync(CancellationTokenSource stop)
    {
        if (_worker == Guid.Empty)
            return;
        _events.Report(new WorkerEvent(WorkerEventKind.Draining, Detail: $"{_options.Slots - _free.CurrentCount} running"));
        stop.CancelAfter(_options.Drain);
        await BuildsEndAsync();
        try
        {
            using var patience = new CancellationTokenSource(Goodbye);
            await _client.LeaveAsync(_worker, patience.Token);
        }
        catch (Exception e) when (e is ServiceUnavailableException or OperationCanceledException or ProblemException or LeaseLostException)
        {
            // The service notices by the missing requests.
        }

        _events.Report(new WorkerEvent(WorkerEventKind.Left));
    }

    // A stopped build reports to the service first. The timeout ends the worker even if a build hangs.
    private async Task BuildsEndAsync()
    {
        using var patience = new CancellationTokenSource(_options.Drain + LastBuilds, _time);
        for (var slot = 0; slot < _options.Slots; slot++)
        {
            try
            {
                await _free.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _events.Report(new WorkerEvent(WorkerEventKind.Stuck, Detail: $"{_options.Slots - slot} of {_options.Slots} slots are not free: their builds do not end"));
                return;
            }
        }
    }

    private async Task<T> InsistAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        var backoff = new Backoff(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(10));
        while (true)
        {
            try
            {
                return await call(cancellation);
            }
            catch (ServiceUnavailableException e)
            {
                var pause = backoff.Next(e);
                _events.Report(new WorkerEvent(WorkerEventKind.Unreachable, Detail: e.Message));
                await Task.Delay(pause, _time, cancellation);
            }
        }
    }
}
