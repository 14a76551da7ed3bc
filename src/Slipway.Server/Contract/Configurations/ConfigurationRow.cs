namespace Slipway.Server.Contract.Configurations;

/// <summary>A configuration in the database.</summary>
internal sealed record ConfigurationRow(string Settings, long UpdatedAt);
