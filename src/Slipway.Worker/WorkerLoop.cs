using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Worker.Builds;
using Slipway.Worker.Leases;

namespace Slipway.Worker;

/// <summary>A worker's life: joins a service, takes builds for as long as it has room, and leaves when it has to.</summary>
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

    /// <summary>A worker.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="connection">The way to the service.</param>
    /// <param name="runner">Does the builds.</param>
    /// <param name="events">Told what happens.</param>
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

    /// <summary>Runs until it is told to end.</summary>
    /// <param name="drain">Take no more builds, let those that run end for as long as the options say, and leave.</param>
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
            // This is how it ends.
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
        var registration = new WorkerRegistration(_options.Name, [MobilePlatform.Android, MobilePlatform.Ios], [.. BuilderVersion.All.Select(version => version.Name)], _options.Slots);
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
                // It is not able to do another build at the moment.
            }
            catch (ProblemException e) when (e.Problems[0].Code == ServerProblems.NotFound.Code)
            {
                // The service has forgotten the worker, as it does with one that it had not heard of for long.
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

    // A worker whose disk is full is done with a build sooner than all others, and would be given the next one, and the next.
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
            // The service finds out by itself.
        }

        _events.Report(new WorkerEvent(WorkerEventKind.Left));
    }

    // A build that is stopped says so to the service first. What hangs even then would keep the worker from ever ending.
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
