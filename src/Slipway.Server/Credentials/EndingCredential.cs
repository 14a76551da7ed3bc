namespace Slipway.Server.Credentials;

/// <summary>A credential that ends soon, or has ended, and of which nobody was told.</summary>
internal sealed record EndingCredential(string Id, string OrganisationId, string Kind, string Name, long ExpiresAt);
