using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Extensibility;

/// <summary>A change of a setting.</summary>
/// <param name="Library">The library; empty for the app's own.</param>
/// <param name="Key">The setting.</param>
/// <param name="Value">The new value; null to restore the default.</param>
/// <param name="Metadata">The metadata; null to leave them unchanged.</param>
internal sealed record SettingChange(string Library, string Key, string? Value, IReadOnlyList<Metadata>? Metadata);
