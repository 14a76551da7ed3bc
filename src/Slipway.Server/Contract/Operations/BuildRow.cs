namespace Slipway.Server.Contract.Operations;

/// <summary>A build as the contract needs it.</summary>
internal sealed record BuildRow(
    string Key,
    string ApplicationKey,
    string BuildKey,
    long Revision,
    string Platform,
    string? BuildType,
    string? Framework,
    string BuilderVersion,
    long VersionLocked,
    string? AppIdentifier,
    string? VersionNumber,
    long? VersionCode,
    string Status,
    long CreatedAt,
    long? StartedAt,
    long? FinishedAt,
    string RequestedBy);
