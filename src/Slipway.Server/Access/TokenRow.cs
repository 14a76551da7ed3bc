namespace Slipway.Server.Access;

/// <summary>A token that is valid now.</summary>
internal sealed record TokenRow(string Id, string? OrganisationId, string? UserId, byte[] SecretHash, string Scopes, long? ReadsPerMinute, long? CreationsPerMinute, long? ChangesPerMinute);
