namespace Slipway.Server.Credentials;

/// <summary>A credential that has expired or expires soon, and for which no warning was sent.</summary>
internal sealed record ExpiringCredential(string Id, string OrganisationId, string Kind, string Name, long ExpiresAt);
