namespace Slipway.Worker;

/// <summary>An event of a worker, for its operator.</summary>
/// <param name="Kind">Kind of the event.</param>
/// <param name="Build">The build; null if the event is not about one.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Detail">Further details, one line.</param>
public sealed record WorkerEvent(WorkerEventKind Kind, Guid? Build = null, int? Attempt = null, string? Detail = null);

/// <summary>Kinds of events of a worker.</summary>
public enum WorkerEventKind
{
    /// <summary>The worker has registered and waits for builds.</summary>
    Ready,

    /// <summary>A build has started.</summary>
    Claimed,

    /// <summary>A build is finished.</summary>
    Finished,

    /// <summary>A build has failed.</summary>
    Failed,

    /// <summary>A build was cancelled at the service.</summary>
    Cancelled,

    /// <summary>A build was ended because the worker is shutting down.</summary>
    Stopped,

    /// <summary>A build was abandoned because another worker has its lease.</summary>
    Lost,

    /// <summary>A build's process was killed but does not end, or builds have not ended when the worker leaves.</summary>
    Stuck,

    /// <summary>The service is unreachable.</summary>
    Unreachable,

    /// <summary>The worker takes no more builds and waits for those that run.</summary>
    Draining,

    /// <summary>The worker has left the service.</summary>
    Left,
}
