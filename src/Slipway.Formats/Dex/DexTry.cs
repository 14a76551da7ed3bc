namespace Slipway.Formats.Dex;

/// <summary>A range of instructions with exception handlers.</summary>
/// <param name="Start">Label before the first instruction.</param>
/// <param name="End">Label after the last one.</param>
/// <param name="Catches">Handlers in order; one that catches everything comes last.</param>
public sealed record DexTry(DexLabel Start, DexLabel End, IReadOnlyList<DexCatch> Catches);
