namespace Slipway.Formats.Zip;

/// <summary>The name of an entry.</summary>
/// <param name="Text">As a path of the archive; empty for the archive's own folder.</param>
/// <param name="IsAssumed">The archive does not say in which charset the name is.</param>
/// <param name="Fault">Why it is no name, or null.</param>
/// <param name="Reason">The same in words.</param>
internal readonly record struct ZipName(string Text, bool IsAssumed = false, ZipFault? Fault = null, string Reason = "");
