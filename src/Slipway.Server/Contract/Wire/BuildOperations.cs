using System.ComponentModel;
using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Contract.Wire;

/// <summary>Requests a build.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationRequest
{
    /// <summary>The build key of the revision; if omitted, the revision number decides.</summary>
    [NeverNull]
    public Guid? BuildKey { get; init; }

    /// <summary>The revision number within the application; if omitted, the build key decides.</summary>
    [NeverNull]
    public int? Revision { get; init; }

    /// <summary>The version that users see, such as 1.4.2; if omitted, the suggested one.</summary>
    public string? MobileVersionNumber { get; init; }

    /// <summary>The version that stores compare; if omitted, the suggested one.</summary>
    public int? MobileVersionCode { get; init; }

    /// <summary>The platform to build for.</summary>
    [NeverNull]
    public EnumParameter<MobilePlatform>? MobilePlatform { get; init; }

    /// <summary>The environment.</summary>
    [NeverNull]
    public Guid? EnvironmentKey { get; init; }

    /// <summary>The application.</summary>
    [NeverNull]
    public Guid? ApplicationKey { get; init; }
}

/// <summary>A build.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationResult
{
    /// <summary>The key of the build.</summary>
    public Guid Key { get; init; }

    /// <summary>The application.</summary>
    public Guid ApplicationKey { get; init; }

    /// <summary>The build key of the revision.</summary>
    public Guid BuildKey { get; init; }

    /// <summary>The package name or bundle identifier.</summary>
    public string? AppIdentifier { get; init; }

    /// <summary>The build type of the package.</summary>
    public MobileBuildType? BuildType { get; init; }

    /// <summary>The revision number within the application.</summary>
    public int Revision { get; init; }

    /// <summary>The platform.</summary>
    public MobilePlatform MobilePlatform { get; init; }

    /// <summary>The framework of the app; null when it uses none.</summary>
    public MobileFramework? MobileFramework { get; init; }

    /// <summary>The status of the build.</summary>
    public BuildStatus Status { get; init; }

    /// <summary>The estimated end, from the durations of earlier builds; null without any.</summary>
    public DateTimeOffset? EstimatedFinishDateTime { get; init; }

    /// <summary>The address of the package, valid for a limited time.</summary>
    public string? AppBinaryDownloadUrl { get; init; }

    /// <summary>The address of the sources, valid for a limited time.</summary>
    public string? AppSourceDownloadUrl { get; init; }

    /// <summary>The address of the log, valid for a limited time.</summary>
    public string? MobileBuildLogUrl { get; init; }

    /// <summary>Always null: there is no shield.</summary>
    public string? AppShieldMappingUrl { get; init; }

    /// <summary>Whether a shield was applied.</summary>
    public AppShieldUsage? AppShieldUsage { get; init; }

    /// <summary>The version that users see.</summary>
    public string? MobileVersionNumber { get; init; }

    /// <summary>The version that stores compare.</summary>
    public int? MobileVersionCode { get; init; }

    /// <summary>When the build was requested.</summary>
    public DateTimeOffset StartedDateTime { get; init; }

    /// <summary>When the build ended.</summary>
    public DateTimeOffset? FinishedDateTime { get; init; }

    /// <summary>The version of the builder.</summary>
    public string? NativeBuilderVersion { get; init; }

    /// <summary>Whether the request named that version.</summary>
    public bool? IsNativeBuilderVersionLocked { get; init; }

    /// <summary>Who requested the build.</summary>
    public string? RequestingUserKey { get; init; }

    /// <summary>The address of the manifest from which devices install an iOS app, valid for a limited time.</summary>
    public string? AppDeploymentFileDownloadUrl { get; init; }
}

/// <summary>A page of builds.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationResultPagedListResponse
{
    /// <summary>The position of the page.</summary>
    [ReadOnly(true)]
    public PageInfoWithTotals? Page { get; init; }

    /// <summary>The builds, the newest first.</summary>
    [ReadOnly(true)]
    public IReadOnlyList<BuildOperationResult>? Results { get; init; }
}

/// <summary>The position of a page among all results.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PageInfoWithTotals
{
    /// <summary>Number of results on this page.</summary>
    public int Count { get; init; }

    /// <summary>Maximum number of results on a page.</summary>
    public int Limit { get; init; }

    /// <summary>Number of results before this page.</summary>
    public int Offset { get; init; }

    /// <summary>Offset of the next page; null after the last one.</summary>
    public int? NextPageOffset { get; init; }

    /// <summary>Total number of results.</summary>
    public int TotalResults { get; init; }

    /// <summary>Total number of pages.</summary>
    [ReadOnly(true)]
    public int TotalPages => Limit == 0 ? 0 : (TotalResults + Limit - 1) / Limit;
}

/// <summary>Whether a shield protects the package. Slipway has none.</summary>
internal enum AppShieldUsage
{
    /// <summary>It was not requested.</summary>
    Unused,

    /// <summary>It was switched off.</summary>
    Disabled,

    /// <summary>It was applied.</summary>
    Applied,
}
