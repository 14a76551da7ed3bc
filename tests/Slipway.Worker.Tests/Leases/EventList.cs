using System.Threading.Channels;

namespace Slipway.Worker.Tests.Leases;

/// <summary>What a worker says of itself.</summary>
internal sealed class EventList : IProgress<WorkerEvent>
{
    private readonly Channel<WorkerEvent> _events = Channel.CreateUnbounded<WorkerEvent>();

    public void Report(WorkerEvent value) => _events.Writer.TryWrite(value);

    /// <summary>The next event of a kind.</summary>
    public async Task<WorkerEvent> NextAsync(WorkerEventKind kind)
    {
        while (true)
        {
            var next = await _events.Reader.ReadAsync(TestContext.Current.CancellationToken);
            if (next.Kind == kind)
                return next;
        }
    }
}
