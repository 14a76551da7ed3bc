namespace Slipway.Formats.Plist;

/// <summary>True or false.</summary>
/// <param name="Value">Which.</param>
public sealed record PlistBoolean(bool Value) : PlistValue;
