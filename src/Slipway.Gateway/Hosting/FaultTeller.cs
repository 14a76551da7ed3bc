using Slipway.Gateway.Administration;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Hosting;

/// <summary>Counts faults of ours, and tells of one a minute: whoever can bring them about could fill a disk with them.</summary>
/// <param name="metrics">Counts.</param>
/// <param name="tell">Told.</param>
/// <param name="time">The clock.</param>
internal sealed class FaultTeller(GatewayMetrics metrics, Action<GatewayEvent> tell, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private long _due;

    /// <summary>What an exception is as problems. Its text may hold anything, and is left out.</summary>
    public static IReadOnlyList<Problem> ProblemsOf(Exception e) =>
        e is ProblemException known ? known.Problems : [GeneralProblems.Failed.At(FaultPlace.Of(e), $"{e.GetType().Name}.")];

    /// <summary>A connection ended by one.</summary>
    public void Faulted(Exception e)
    {
        metrics.Faulted();
        var now = time.GetUtcNow();
        var due = Interlocked.Read(ref _due);
        if (now.UtcTicks >= due && Interlocked.CompareExchange(ref _due, (now + Interval).UtcTicks, due) == due)
            tell(new GatewayEvent("fault", "A connection ended by a fault of the gateway; others go on.", ProblemsOf(e)));
    }
}
