namespace Slipway.Formats.Plist;

/// <summary>Text.</summary>
/// <param name="Value">The text.</param>
public sealed record PlistString(string Value) : PlistValue;
