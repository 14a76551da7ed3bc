using Slipway.Build.Plan;

namespace Slipway.Build;

/// <summary>What was made for a platform.</summary>
/// <param name="Plan">What was decided.</param>
/// <param name="Artifacts">The package, and files beside it.</param>
public sealed record PlatformResult(AppPlan Plan, IReadOnlyList<BuildArtifact> Artifacts)
{
    /// <summary>Files of the app that shaped its native part, ordered.</summary>
    public IReadOnlyList<string> NativeInputs { get; init; } = [];
}
