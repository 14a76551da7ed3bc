namespace Slipway.Server.Contract.Configurations;

/// <summary>A field of a configuration.</summary>
/// <param name="Value">Its value; null for a secret.</param>
/// <param name="Secret">Id of the secret in the vault; null if the field is not a secret.</param>
/// <param name="UpdatedAt">When it was set, in milliseconds since 1970.</param>
internal sealed record ConfigurationField(string? Value, string? Secret, long UpdatedAt);
