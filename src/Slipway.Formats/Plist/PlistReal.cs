namespace Slipway.Formats.Plist;

/// <summary>A number with a fraction.</summary>
/// <param name="Value">The number.</param>
public sealed record PlistReal(double Value) : PlistValue;
