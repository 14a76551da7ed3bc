namespace Slipway.Formats.Arsc;

/// <summary>A style that covers part of a string, for example a bold word.</summary>
/// <param name="Tag">Name and attributes, for example <c>b</c> or <c>font;color=#ff0000</c>.</param>
/// <param name="First">First character (UTF-16 code unit).</param>
/// <param name="Last">Last character, inclusive.</param>
public sealed record StringSpan(string Tag, int First, int Last);
