namespace Slipway.Formats.Plist;

/// <summary>A point in time, to the second in XML.</summary>
/// <param name="Value">The time, UTC.</param>
public sealed record PlistDate(DateTimeOffset Value) : PlistValue;
