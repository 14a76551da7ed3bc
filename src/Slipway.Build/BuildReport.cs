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
