namespace Slipway.Formats.Axml;

/// <summary>Text between elements.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Line">Line of the source, or 0.</param>
public sealed record AxmlText(string Text, int Line) : AxmlNode(Line);
