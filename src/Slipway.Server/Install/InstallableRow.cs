namespace Slipway.Server.Install;

/// <summary>A package of a successful build, with the facts that its page shows.</summary>
internal sealed record InstallableRow(
    string Id,
    string Name,
    long Size,
    string Sha256,
    string Location,
    string OrganisationId,
    string Platform,
    string? BuildType,
    string Application,
    string? AppIdentifier,
    string? VersionNumber,
    long? VersionCode,
    string? Outcome);
