namespace Slipway.Formats.Dex;

/// <summary>Keys and targets of a switch.</summary>
/// <param name="Keys">Ascending keys; consecutive for packed-switch.</param>
/// <param name="Targets">One label a key.</param>
public sealed record DexSwitch(IReadOnlyList<int> Keys, IReadOnlyList<DexLabel> Targets);
