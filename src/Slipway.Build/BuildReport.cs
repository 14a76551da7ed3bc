using Slipway.Build.Plan;
using Slipway.Build.Problems;

namespace Slipway.Build;

/// <summary>What became of a build.</summary>
/// <param name="Plan">What was decided.</param>
/// <param name="Artifacts">The packages.</param>
/// <param name="Notices">Warnings and notices.</param>
/// <param name="Timings">How long it took.</param>
public sealed record BuildReport(AndroidPlan Plan, IReadOnlyList<BuildArtifact> Artifacts, IReadOnlyList<Problem> Notices, BuildTimings Timings);
