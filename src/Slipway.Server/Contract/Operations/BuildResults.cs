using Slipway.Protocol.Builds;
using Slipway.Server.Builds;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Operations;

/// <summary>Tells builds in the words of the contract.</summary>
internal sealed class BuildResults(BuildDescriber describer)
{
    public async Task<IReadOnlyList<BuildOperationResult>> DescribeAsync(IReadOnlyList<BuildRow> rows, CancellationToken cancellation) =>
        [.. (await describer.DescribeAsync(rows, cancellation)).Zip(rows, Describe)];

    private static BuildOperationResult Describe(BuildDescription build, BuildRow row) => new()
    {
        Key = build.Key,
        ApplicationKey = build.ApplicationKey,
        BuildKey = build.BuildKey,
        AppIdentifier = build.AppIdentifier,
        BuildType = build.BuildType,
        Revision = build.Revision,
        MobilePlatform = build.Platform,
        MobileFramework = row.Framework is { } framework ? Enum.Parse<MobileFramework>(framework) : null,
        Status = build.Status,
        EstimatedFinishDateTime = build.EstimatedFinishAt,
        AppBinaryDownloadUrl = Url(build, "binary"),
        AppSourceDownloadUrl = Url(build, "source"),
        MobileBuildLogUrl = Url(build, "log"),
        AppShieldUsage = AppShieldUsage.Unused,
        MobileVersionNumber = build.VersionNumber,
        MobileVersionCode = build.VersionCode,
        StartedDateTime = build.CreatedAt,
        FinishedDateTime = build.FinishedAt,
        NativeBuilderVersion = build.BuilderVersion,
        IsNativeBuilderVersionLocked = row.VersionLocked != 0,
        RequestingUserKey = row.RequestedBy[(row.RequestedBy.IndexOf(':', StringComparison.Ordinal) + 1)..],
    };

    private static string? Url(BuildDescription build, string kind) => build.Artifacts.FirstOrDefault(artifact => artifact.Kind == kind)?.Url;
}
