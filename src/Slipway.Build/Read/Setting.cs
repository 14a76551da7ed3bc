namespace Slipway.Build.Read;

/// <summary>A value as the app's author wrote it, with its place, to which problems point.</summary>
/// <param name="Value">The text, trimmed.</param>
/// <param name="Where">For example <c>config.xml:12</c> or <c>--id</c>.</param>
public sealed record Setting(string Value, string Where);
