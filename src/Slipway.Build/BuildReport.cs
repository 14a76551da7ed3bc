using System.Diagnostics;
using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>The result of a build.</summary>
/// <param name="Results">The result of each platform.</param>
/// <param name="Notices">Warnings and notices, each once.</param>
/// <param name="Timings">How long it took.</param>
public sealed record BuildReport(IReadOnlyList<PlatformResult> Results, IReadOnlyList<Problem> Notices, BuildTimings Timings)
{
    /// <summary>The packages of all platforms.</summary>
    public IEnumerable<BuildArtifact> Artifacts => Results.SelectMany(r => r.Artifacts);
}

/// <summary>A package that a build wrote.</summary>
/// <param name="Platform">The name of the platform.</param>
/// <param name="Format">apk.</param>
/// <param name="Path">Path of the file.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">Hash of the file in lower-case hexadecimal digits.</param>
public sealed record BuildArtifact(string Platform, string Format, string Path, long Size, string Sha256);

/// <summary>The result of a build for one platform.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Artifacts">The package, and the files written beside it.</param>
public sealed record PlatformResult(AppPlan Plan, IReadOnlyList<BuildArtifact> Artifacts)
{
    /// <summary>Files of the app that decide its native part, ordered by path.</summary>
    public IReadOnlyList<string> NativeInputs { get; init; } = [];
}

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
