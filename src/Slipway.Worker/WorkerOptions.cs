namespace Slipway.Worker;

/// <summary>How a worker runs.</summary>
/// <param name="Token">Text of the worker's token.</param>
public sealed record WorkerOptions(string Token)
{
    /// <summary>The most builds that a worker can be told to run at once.</summary>
    public const int MostSlots = 256;

    /// <summary>Builds that run at once.</summary>
    public int Slots { get; init; } = Math.Min(Environment.ProcessorCount, MostSlots);

    /// <summary>What people call the worker.</summary>
    public string Name { get; init; } = Environment.MachineName;

    /// <summary>How long running builds may still take once the worker is to end.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(60);
}
