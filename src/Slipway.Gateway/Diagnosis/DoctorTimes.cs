namespace Slipway.Gateway.Diagnosis;

/// <summary>The timeouts of the doctor.</summary>
public sealed record DoctorTimes
{
    /// <summary>For a name, a connection, and the answer of a proxy.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For an answer of the service.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For an upload or download without progress.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an idle connection must stay open: longer than the interval between the service's events in a stream.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the doctor follows a stream of events.</summary>
    public TimeSpan Stream { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>The interval between the service's events in the stream.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Returns a copy with other timeouts.</summary>
    public DoctorTimes Within(TimeSpan timeout) => this with { Connect = timeout, Answer = timeout, Stall = timeout };
}
