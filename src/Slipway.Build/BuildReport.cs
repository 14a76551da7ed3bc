using Slipway.Build.Plan;

namespace Slipway.Build;

/// <summary>What became of a build.</summary>
/// <param name="Plan">What was decided.</param>
/// <param name="Artifacts">The packages.</param>
/// <param name="Timings">How long it took.</param>
public sealed record BuildReport(BuildPlan Plan, IReadOnlyList<BuildArtifact> Artifacts, BuildTimings Timings);
