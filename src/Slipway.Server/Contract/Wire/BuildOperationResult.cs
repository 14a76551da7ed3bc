using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Contract.Wire;

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
