namespace Slipway.Formats.Ipa;

/// <summary>Code that is nested in an app.</summary>
/// <param name="Path">The file, or the folder of the bundle with a slash at its end.</param>
/// <param name="Kind">Its kind.</param>
internal sealed record NestedCode(string Path, NestedCodeKind Kind);
