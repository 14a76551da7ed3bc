namespace Slipway.Server.Contract.Configurations;

/// <summary>A field of a configuration.</summary>
/// <param name="Value">Its value; null for a secret.</param>
/// <param name="Secret">Where the vault keeps it; null for what is no secret.</param>
/// <param name="UpdatedAt">When it was set, in milliseconds since 1970.</param>
internal sealed record Setting(string? Value, string? Secret, long UpdatedAt);
