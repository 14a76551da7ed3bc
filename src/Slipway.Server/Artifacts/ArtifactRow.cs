namespace Slipway.Server.Artifacts;

/// <summary>An artifact in the database.</summary>
internal sealed record ArtifactRow(string Id, string OrganisationId, string Build, string Kind, string Name, long Size, string Sha256, string Location);
