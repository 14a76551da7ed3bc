using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Contract.Wire;

/// <summary>A build.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationResult
{
    /// <summary>Names the build.</summary>
    public Guid Key { get; init; }

    /// <summary>The application.</summary>
    public Guid ApplicationKey { get; init; }

    /// <summary>The files that were built.</summary>
    public Guid BuildKey { get; init; }

    /// <summary>The package name or bundle identifier.</summary>
    public string? AppIdentifier { get; init; }

    /// <summary>What the package is made for.</summary>
    public MobileBuildType? BuildType { get; init; }

    /// <summary>The revision of the application.</summary>
    public int Revision { get; init; }

    /// <summary>What it is for.</summary>
    public MobilePlatform MobilePlatform { get; init; }

    /// <summary>The framework of the app; null when it uses none.</summary>
    public MobileFramework? MobileFramework { get; init; }

    /// <summary>How far it is.</summary>
    public BuildStatus Status { get; init; }

    /// <summary>When it will probably end, judged by earlier builds; null without any.</summary>
    public DateTimeOffset? EstimatedFinishDateTime { get; init; }

    /// <summary>The package, for a while.</summary>
    public string? AppBinaryDownloadUrl { get; init; }

    /// <summary>What it was made of, for a while.</summary>
    public string? AppSourceDownloadUrl { get; init; }

    /// <summary>The log, for a while.</summary>
    public string? MobileBuildLogUrl { get; init; }

    /// <summary>Always null: there is no shield.</summary>
    public string? AppShieldMappingUrl { get; init; }

    /// <summary>Whether a shield was applied.</summary>
    public AppShieldUsage? AppShieldUsage { get; init; }

    /// <summary>The version that users see.</summary>
    public string? MobileVersionNumber { get; init; }

    /// <summary>The version that stores compare.</summary>
    public int? MobileVersionCode { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset StartedDateTime { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedDateTime { get; init; }

    /// <summary>The version of the builder.</summary>
    public string? NativeBuilderVersion { get; init; }

    /// <summary>Was that version asked for by name?</summary>
    public bool? IsNativeBuilderVersionLocked { get; init; }

    /// <summary>Who asked for it.</summary>
    public string? RequestingUserKey { get; init; }

    /// <summary>The file from which devices install an app for iOS, for a while.</summary>
    public string? AppDeploymentFileDownloadUrl { get; init; }
}
