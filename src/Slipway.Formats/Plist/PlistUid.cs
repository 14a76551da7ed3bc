namespace Slipway.Formats.Plist;

/// <summary>A reference of a keyed archive; binary property lists only.</summary>
/// <param name="Value">The number.</param>
public sealed record PlistUid(ulong Value) : PlistValue;
