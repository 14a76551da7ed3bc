using System.Diagnostics;

namespace Slipway.Build;

/// <summary>How long each stage took, in milliseconds; times of the same stage on several platforms are added up.</summary>
public sealed class BuildTimings
{
    private readonly OrderedDictionary<string, double> _stages = [];
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>The stages in the order in which they first ended.</summary>
    public IReadOnlyList<(string Stage, double Milliseconds)> Stages => [.. _stages.Select(s => (s.Key, s.Value))];

    /// <summary>Time since the build began.</summary>
    public double Total { get; private set; }

    internal T Time<T>(string stage, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _stages[stage] = _stages.GetValueOrDefault(stage) + Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Total = Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
        return result;
    }
}
