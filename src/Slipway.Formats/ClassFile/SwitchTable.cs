namespace Slipway.Formats.ClassFile;

/// <summary>The jump table of tableswitch or lookupswitch.</summary>
/// <param name="Default">Instruction index of the default target.</param>
/// <param name="Keys">Keys in ascending order.</param>
/// <param name="Targets">Instruction indices, one for each key.</param>
public sealed record SwitchTable(int Default, IReadOnlyList<int> Keys, IReadOnlyList<int> Targets);
