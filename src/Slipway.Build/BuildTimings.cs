using System.Diagnostics;

namespace Slipway.Build;

/// <summary>How long each stage took, in milliseconds.</summary>
public sealed class BuildTimings
{
    private readonly List<(string Stage, double Milliseconds)> _stages = [];
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>The stages in the order in which they ended.</summary>
    public IReadOnlyList<(string Stage, double Milliseconds)> Stages => _stages;

    /// <summary>Since the beginning.</summary>
    public double Total { get; private set; }

    internal T Time<T>(string stage, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _stages.Add((stage, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        Total = Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
        return result;
    }
}
