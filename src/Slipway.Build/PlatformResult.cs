using Slipway.Build.Plan;

namespace Slipway.Build;

/// <summary>The result of a build for one platform.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Artifacts">The package, and the files written beside it.</param>
public sealed record PlatformResult(AppPlan Plan, IReadOnlyList<BuildArtifact> Artifacts)
{
    /// <summary>Files of the app that decide its native part, ordered by path.</summary>
    public IReadOnlyList<string> NativeInputs { get; init; } = [];
}
