namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Works around a bug of ART's verifier before Android 10 (API level 29), which narrows the wrong register after <c>move-object a, b;
/// instance-of c, a; if-eqz c</c>. A nop breaks the sequence.
/// </summary>
internal static class InstanceOfAfterMove
{
    private const int FirstSdkWithFix = 29;

    public static void Avoid(List<DexInstruction> instructions, int minSdk)
    {
        if (minSdk >= FirstSdkWithFix)
            return;
        DexInstruction? previous = null;
        for (var i = 0; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            if (instruction.Opcode == DexOpcode.Label)
                continue;
            var isMoved = previous?.Opcode is DexOpcode.MoveObject or DexOpcode.MoveObjectFrom16 or DexOpcode.MoveObject16;
            if (isMoved && instruction.Opcode == DexOpcode.InstanceOf && previous!.A == instruction.B)
                instructions.Insert(i++, new DexInstruction { Opcode = DexOpcode.Nop });
            previous = instruction;
        }
    }
}
