namespace Slipway.Formats.ClassFile;

/// <summary>A source line that starts at an instruction.</summary>
/// <param name="Instruction">Index of the instruction.</param>
/// <param name="Line">Line in the source, from 1.</param>
public readonly record struct LineNumber(int Instruction, int Line);
