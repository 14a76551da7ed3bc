using Slipway.Build;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Output;

/// <summary>The result of a build, on this machine or at a service.</summary>
/// <param name="Apps">The built apps, one for each platform.</param>
/// <param name="Notices">Warnings and notices.</param>
/// <param name="Stages">Duration of each stage in milliseconds.</param>
/// <param name="Total">Total duration in milliseconds.</param>
internal sealed record BuildSummary(IReadOnlyList<BuiltApp> Apps, IReadOnlyList<Problem> Notices, IReadOnlyList<(string Stage, double Milliseconds)> Stages, double Total)
{
    /// <summary>The builds at the service; empty if the build was made on this machine.</summary>
    public IReadOnlyList<RemoteResult> Remote { get; init; } = [];

    /// <summary>Returns the summary of a build on this machine.</summary>
    public static BuildSummary Of(BuildReport report) => new(
        [.. report.Results.Select(r => new BuiltApp(r.Plan.Name, r.Plan.VersionName, r.Plan.Build, r.Plan.Id, r.Artifacts))],
        report.Notices,
        report.Timings.Stages,
        report.Timings.Total);
}

/// <summary>An app as built for one platform.</summary>
/// <param name="Name">Name under the icon.</param>
/// <param name="VersionName">Version that people see.</param>
/// <param name="Build">Version that devices compare.</param>
/// <param name="Id">Application id.</param>
/// <param name="Artifacts">The artifacts.</param>
internal sealed record BuiltApp(string Name, string VersionName, string Build, string Id, IReadOnlyList<BuildArtifact> Artifacts);

/// <summary>A finished build at a service.</summary>
/// <param name="Key">Id of the build.</param>
/// <param name="Platform">Platform.</param>
/// <param name="InstallAddress">Page from which devices install the package; null if they cannot install it.</param>
internal sealed record RemoteResult(Guid Key, string Platform, string? InstallAddress);
