namespace Slipway.Worker;

/// <summary>What can happen to a worker.</summary>
public enum WorkerEventKind
{
    /// <summary>It has joined the service and waits for builds.</summary>
    Ready,

    /// <summary>It has begun a build.</summary>
    Claimed,

    /// <summary>A build is finished.</summary>
    Finished,

    /// <summary>A build has failed.</summary>
    Failed,

    /// <summary>A build was cancelled by somebody.</summary>
    Cancelled,

    /// <summary>A build was ended, because the worker has to end.</summary>
    Stopped,

    /// <summary>A build was given up, because it is another worker's now.</summary>
    Lost,

    /// <summary>A build's process was killed and does not end, or builds have not ended when the worker leaves.</summary>
    Stuck,

    /// <summary>The service does not answer.</summary>
    Unreachable,

    /// <summary>It takes no more builds.</summary>
    Draining,

    /// <summary>It has left the service.</summary>
    Left,
}
