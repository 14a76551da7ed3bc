namespace Slipway.Formats.Dex;

/// <summary>Keys and targets of a switch.</summary>
/// <param name="Keys">Ascending keys; consecutive for packed-switch.</param>
/// <param name="Targets">One label for each key.</param>
public sealed record DexSwitch(IReadOnlyList<int> Keys, IReadOnlyList<DexLabel> Targets);
