namespace Slipway.Server.Queue;

/// <summary>A build that a worker has just got.</summary>
internal sealed record ClaimedBuild(
    string Key, string OrganisationId, string ApplicationKey, string BuildKey, string Platform, string? BuildType, string Request, long Attempt);
