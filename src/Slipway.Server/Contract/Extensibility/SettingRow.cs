namespace Slipway.Server.Contract.Extensibility;

/// <summary>A setting in the database. Without a value and a secret, it has its default.</summary>
internal sealed record SettingRow(string LibraryKey, string Key, string? Value, string? Secret, string Metadata, long UpdatedAt);
