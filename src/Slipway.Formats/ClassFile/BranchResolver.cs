namespace Slipway.Formats.ClassFile;

/// <summary>Converts targets of branches and switches from byte offsets to instruction indices.</summary>
internal static class BranchResolver
{
    public static void Resolve(List<JvmInstruction> instructions, InstructionPlaces places)
    {
        for (var i = 0; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            if (instruction.Opcode is >= JvmOpcode.Ifeq and <= JvmOpcode.Jsr or JvmOpcode.Ifnull or JvmOpcode.Ifnonnull)
                instructions[i] = instruction with { Operand = places.Index(instruction.Operand) };
            else if (instruction.Symbol is SwitchTable table)
                instructions[i] = instruction with { Symbol = Resolve(table, places) };
        }
    }

    private static SwitchTable Resolve(SwitchTable table, InstructionPlaces places)
    {
        var targets = new int[table.Targets.Count];
        for (var i = 0; i < targets.Length; i++)
            targets[i] = places.Index(table.Targets[i]);
        return new SwitchTable(places.Index(table.Default), table.Keys, targets);
    }
}

/// <summary>Maps byte offsets in a method's code to the instructions that begin there.</summary>
/// <param name="indexAt">By byte offset: index of the instruction that begins there, or -1; one more entry for the end.</param>
/// <param name="where">The class, for messages.</param>
internal sealed class InstructionPlaces(int[] indexAt, string? where)
{
    /// <summary>Index of the instruction at <paramref name="offset"/>.</summary>
    public int Index(int offset)
    {
        if ((uint)offset >= (uint)indexAt.Length - 1 || indexAt[offset] < 0)
            throw new ClassFileException(ClassFileFault.Malformed, $"there is no instruction at {offset} of the code", entry: where);
        return indexAt[offset];
    }

    /// <summary>Returns the index of the instruction at an offset; the end of the code is a valid offset too.</summary>
    public int IndexOrEnd(int offset) => offset == indexAt.Length - 1 ? indexAt[offset] : Index(offset);
}
