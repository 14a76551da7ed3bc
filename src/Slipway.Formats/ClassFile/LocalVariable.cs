namespace Slipway.Formats.ClassFile;

/// <summary>One entry of a LocalVariableTable (JVMS 4.7.13).</summary>
/// <param name="Start">Index of the first instruction at which it has a value.</param>
/// <param name="End">Index after the last one.</param>
/// <param name="Name">Name.</param>
/// <param name="Descriptor">Type descriptor.</param>
/// <param name="Slot">Local variable slot.</param>
/// <param name="Signature">Generic signature from the LocalVariableTypeTable, when it has one.</param>
public sealed record LocalVariable(int Start, int End, string Name, string Descriptor, int Slot, string? Signature);
