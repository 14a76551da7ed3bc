namespace Slipway.Formats.Plist;

/// <summary>A value of a property list (developer.apple.com, "Property List Programming Guide"). Values are immutable.</summary>
public abstract record PlistValue;
