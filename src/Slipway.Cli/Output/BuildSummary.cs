using Slipway.Build;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Output;

/// <summary>What became of a build, wherever it was made.</summary>
/// <param name="Apps">What was made, by platform.</param>
/// <param name="Notices">Warnings and notices.</param>
/// <param name="Stages">Milliseconds of each stage.</param>
/// <param name="Total">Milliseconds of all.</param>
internal sealed record BuildSummary(IReadOnlyList<BuiltApp> Apps, IReadOnlyList<Problem> Notices, IReadOnlyList<(string Stage, double Milliseconds)> Stages, double Total)
{
    /// <summary>Builds of a service; empty when the build was made here.</summary>
    public IReadOnlyList<RemoteResult> Remote { get; init; } = [];

    /// <summary>Of a build on this machine.</summary>
    public static BuildSummary Of(BuildReport report) => new(
        [.. report.Results.Select(r => new BuiltApp(r.Plan.Name, r.Plan.VersionName, r.Plan.Build, r.Plan.Id, r.Artifacts))],
        report.Notices,
        report.Timings.Stages,
        report.Timings.Total);
}
