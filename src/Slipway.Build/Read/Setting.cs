namespace Slipway.Build.Read;

/// <summary>A value as the app's author wrote it, and where, so that a problem with it can point there.</summary>
/// <param name="Value">The text, trimmed.</param>
/// <param name="Where">For example <c>config.xml:12</c> or <c>--id</c>.</param>
public sealed record Setting(string Value, string Where);
