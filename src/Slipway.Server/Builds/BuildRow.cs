namespace Slipway.Server.Builds;

/// <summary>A build in the database, with the name of its application.</summary>
internal sealed record BuildRow(
    string Key,
    string ApplicationKey,
    string Application,
    string EnvironmentKey,
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
    string State,
    string Status,
    long Attempt,
    long? CancelRequestedAt,
    long CreatedAt,
    long? StartedAt,
    long? FinishedAt,
    string? Outcome,
    string Channel,
    string RequestedBy);
