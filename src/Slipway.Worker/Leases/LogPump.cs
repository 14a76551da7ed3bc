using System.Threading.Channels;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Workers;
using Slipway.Worker.Builds;

namespace Slipway.Worker.Leases;

/// <summary>Carries what a build says to the service: soon, but many lines at once.</summary>
internal sealed class LogPump : IProgress<BuildProgress>, IAsyncDisposable
{
    private const int MostWaiting = 20_000;
    private const int MostLines = 500;
    private const int EnoughLines = 50;
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    private readonly WorkerClient _client;
    private readonly WorkerJob _job;
    private readonly LeaseRenewer _lease;
    private readonly TimeProvider _time;
    private readonly Channel<(BuildStatus? Status, WorkerMessage? Message)> _waiting;
    private readonly Task _pumping;
    private readonly TaskCompletionSource _hurry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _dropped;
    private long _sent;

    public LogPump(WorkerClient client, WorkerJob job, LeaseRenewer lease, TimeProvider time)
    {
        _client = client;
        _job = job;
        _lease = lease;
        _time = time;
        _waiting = Channel.CreateBounded<(BuildStatus?, WorkerMessage?)>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }, _ => Interlocked.Increment(ref _dropped));
        _pumping = Task.Run(PumpAsync);
    }

    /// <summary>Something goes on, so the build is under way.</summary>
    public void Report(BuildProgress value) => _waiting.Writer.TryWrite((BuildStatus.Building, new WorkerMessage("Notice", null, null, value.Text)));

    /// <summary>A line of its log, secrets masked.</summary>
    public void Report(WorkerMessage message) => _waiting.Writer.TryWrite((null, message));

    /// <summary>Sends what still waits, and takes no more.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">The service refuses it.</exception>
    public async Task FlushAsync()
    {
        _waiting.Writer.TryComplete();
        _hurry.TrySetResult();
        await _pumping;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await FlushAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task PumpAsync()
    {
        var reader = _waiting.Reader;
        try
        {
            while (await reader.WaitToReadAsync(_lease.Ended))
            {
                if (reader.Count < EnoughLines)
                    await Task.WhenAny(_hurry.Task, Task.Delay(Gather, _time, _lease.Ended));
                var batch = Take(reader);
                _lease.Apply(await _lease.RetryWhileHeldAsync(c => _client.ReportAsync(_job.Build, _job.Attempt, batch, c), _lease.Ended));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or LeaseLostException)
        {
            // The build is over, and nobody wants to know.
            _waiting.Writer.TryComplete();
        }
    }

    private MessageBatch Take(ChannelReader<(BuildStatus? Status, WorkerMessage? Message)> reader)
    {
        BuildStatus? status = null;
        var messages = new List<WorkerMessage>();
        while (messages.Count < MostLines && reader.TryRead(out var item))
        {
            status = item.Status ?? status;
            if (item.Message is { } message)
                messages.Add(message);
        }

        var dropped = Interlocked.Exchange(ref _dropped, 0);
        if (dropped > 0)
            messages.Add(new WorkerMessage("Warning", null, null, $"{dropped} lines are missing here: they came faster than they could be sent."));
        var batch = new MessageBatch(status, messages, _sent);
        _sent += messages.Count;
        return batch;
    }
}
