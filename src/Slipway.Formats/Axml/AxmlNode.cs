namespace Slipway.Formats.Axml;

/// <summary>An element or text of a binary XML document.</summary>
/// <param name="Line">Line of the source, or 0.</param>
public abstract record AxmlNode(int Line);
