namespace Slipway.Gateway.Diagnosis;

/// <summary>How long the doctor waits for what.</summary>
public sealed record DoctorTimes
{
    /// <summary>For a name, a connection, and the answer of a proxy.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For an answer.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an upload may stand still.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection without traffic has to live: longer than the service is silent in a stream.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a stream of events is followed.</summary>
    public TimeSpan Stream { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>How far apart the service's signs of life are in it.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The same with other limits of waiting.</summary>
    public DoctorTimes Within(TimeSpan timeout) => this with { Connect = timeout, Answer = timeout, Stall = timeout };
}
