namespace Slipway.Worker;

/// <summary>Options of a worker.</summary>
/// <param name="Token">Text of the worker's token.</param>
public sealed record WorkerOptions(string Token)
{
    /// <summary>Maximum number of builds that a worker can run at once.</summary>
    public const int MostSlots = 256;

    /// <summary>Number of builds that run at once.</summary>
    public int Slots { get; init; } = Math.Min(Environment.ProcessorCount, MostSlots);

    /// <summary>Name of the worker, for people.</summary>
    public string Name { get; init; } = Environment.MachineName;

    /// <summary>How long running builds may continue after the worker is asked to stop.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(60);
}
