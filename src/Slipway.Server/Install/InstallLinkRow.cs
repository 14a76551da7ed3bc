namespace Slipway.Server.Install;

/// <summary>A link in the database.</summary>
internal sealed record InstallLinkRow(string Id, string Build, string ArtifactId, string Name, string? TokenId, string MadeBy, long CreatedAt, long ExpiresAt);
