namespace Slipway.Server.Webhooks;

/// <summary>The facts about a build in an event.</summary>
internal sealed record BuildEventRow(
    string Key,
    string OrganisationId,
    string ApplicationKey,
    string Application,
    string EnvironmentKey,
    long Revision,
    string Platform,
    string? BuildType,
    string Status,
    string? AppIdentifier,
    string? VersionNumber,
    long? VersionCode)
{
    /// <summary>Returns the payload of the event.</summary>
    public object Describe() => new { Key, ApplicationKey, Application, EnvironmentKey, Revision, Platform, BuildType, Status, AppIdentifier, VersionNumber, VersionCode, Url = $"/api/v1/builds/{Key}" };
}
