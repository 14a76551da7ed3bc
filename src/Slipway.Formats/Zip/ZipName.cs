namespace Slipway.Formats.Zip;

/// <summary>The name of an entry.</summary>
/// <param name="Text">The name as a path; empty for the archive's own folder.</param>
/// <param name="IsAssumed">True when the archive does not name the charset of the name.</param>
/// <param name="Fault">The reason why the name is refused; null when it is accepted.</param>
/// <param name="Reason">The reason in words.</param>
internal readonly record struct ZipName(string Text, bool IsAssumed = false, ZipFault? Fault = null, string Reason = "");
