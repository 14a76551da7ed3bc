namespace Slipway.Formats.Dex;

/// <summary>A handler.</summary>
/// <param name="Type">Type descriptor of the caught class; null catches all.</param>
/// <param name="Target">Where it starts.</param>
public sealed record DexCatch(string? Type, DexLabel Target);
