namespace Slipway.Server.Artifacts;

/// <summary>A file that a build made.</summary>
internal sealed record ArtifactRow(string Id, string OrganisationId, string Build, string Kind, string Name, long Size, string Sha256, string Location);
