namespace Slipway.Formats.Plist;

/// <summary>A boolean.</summary>
/// <param name="Value">The value.</param>
public sealed record PlistBoolean(bool Value) : PlistValue;
