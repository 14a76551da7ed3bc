namespace Slipway.Formats.Dex.Generation;

/// <summary>The table of a switch whose targets are blocks.</summary>
/// <param name="Keys">Ascending keys.</param>
/// <param name="Blocks">One block for each key.</param>
internal sealed record SwitchTargets(IReadOnlyList<int> Keys, IReadOnlyList<BasicBlock> Blocks);
