namespace Slipway.Formats.Plist;

/// <summary>A whole number; the range of property lists is from -2^63 to 2^64-1.</summary>
/// <param name="Value">The number.</param>
public sealed record PlistInteger(Int128 Value) : PlistValue;
