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
