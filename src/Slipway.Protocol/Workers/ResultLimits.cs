namespace Slipway.Protocol.Workers;

/// <summary>The parts that a result of a build may have. A worker that sends more is refused, so it takes no more from a build.</summary>
public static class ResultLimits
{
    /// <summary>Most files.</summary>
    public const int Artifacts = 50;

    /// <summary>Most stages with a time.</summary>
    public const int Timings = 100;

    /// <summary>Most files of the app that shaped its native part.</summary>
    public const int NativeInputs = 10_000;
}
