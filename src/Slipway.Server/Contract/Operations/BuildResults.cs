using Microsoft.AspNetCore.Http;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Artifacts;
using Slipway.Server.Builds;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Operations;

/// <summary>Converts builds to the types of the contract.</summary>
internal sealed class BuildResults(BuildDescriber describer, BuildLinks links)
{
    public async Task<IReadOnlyList<BuildOperationResult>> DescribeAsync(HttpContext context, IReadOnlyList<BuildRow> rows)
    {
        var files = await links.FilesAsync(rows, context.RequestAborted);
        return [.. (await describer.DescribeAsync(rows, context.Caller(), context.RequestAborted)).Zip(rows, (build, row) => Describe(context, build, row, files[row.Key]))];
    }

    private BuildOperationResult Describe(HttpContext context, BuildDescription build, BuildRow row, IEnumerable<ArtifactRow> files) => new()
    {
        Key = build.Key,
        ApplicationKey = build.ApplicationKey,
        BuildKey = build.BuildKey,
        AppIdentifier = build.AppIdentifier,
        BuildType = build.BuildType,
        Revision = build.Revision,
        MobilePlatform = build.Platform,
        MobileFramework = row.Framework is { } framework ? EnumText.Parse<MobileFramework>(framework) : null,
        Status = build.Status,
        EstimatedFinishDateTime = build.EstimatedFinishAt,
        AppBinaryDownloadUrl = links.BinaryOf(context, files),
        AppSourceDownloadUrl = links.SourceOf(context, files),
        MobileBuildLogUrl = row.StartedAt is null && row.FinishedAt is null ? null : links.LogOf(context, row),
        AppShieldUsage = AppShieldUsage.Unused,
        MobileVersionNumber = build.VersionNumber,
        MobileVersionCode = build.VersionCode,
        StartedDateTime = build.CreatedAt,
        FinishedDateTime = build.FinishedAt,
        NativeBuilderVersion = build.BuilderVersion,
        IsNativeBuilderVersionLocked = row.VersionLocked != 0,
        AppDeploymentFileDownloadUrl = links.DeploymentOf(context, row, files),
        RequestingUserKey = row.RequestedBy[(row.RequestedBy.IndexOf(':', StringComparison.Ordinal) + 1)..],
    };
}
