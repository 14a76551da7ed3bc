namespace Slipway.Formats.Dex;

/// <summary>An exception handler.</summary>
/// <param name="Type">Type descriptor of the caught class; null for a handler that catches everything.</param>
/// <param name="Target">Its first instruction.</param>
public sealed record DexCatch(string? Type, DexLabel Target);
