namespace Slipway.Formats.Dex.Verification;

/// <summary>Rules for conditions, switches and returns.</summary>
internal static class BranchRules
{
    public static void Compare(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        if (ins.Opcode is not (DexOpcode.IfEq or DexOpcode.IfNe))
        {
            frame.Expect(ins.A, RegisterUses.Int, "an int");
            frame.Expect(ins.B, RegisterUses.Int, "an int");
            return;
        }

        const RegisterUses references = RegisterUses.Reference | RegisterUses.Null;
        var (left, right) = (frame.Get(ins.A), frame.Get(ins.B));
        var comparable = (left.Has(references) && right.Has(references)) || (left.Has(RegisterUses.Int) && right.Has(RegisterUses.Int));
        if (!comparable)
            frame.Error($"v{ins.A} holds {left} and v{ins.B} holds {right}, which cannot be compared");
    }

    public static void CompareWithZero(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        if (ins.Opcode is DexOpcode.IfEqz or DexOpcode.IfNez)
            frame.Expect(ins.A, RegisterUses.Int | RegisterUses.Reference | RegisterUses.Null, "an int or a reference");
        else
            frame.Expect(ins.A, RegisterUses.Int, "an int");
    }

    public static void Switch(InstructionFrame frame) => frame.Expect(frame.Instruction.A, RegisterUses.Int, "an int");

    public static void Return(InstructionFrame frame, string returns)
    {
        var ins = frame.Instruction;
        var fits = ins.Opcode switch
        {
            DexOpcode.ReturnVoid => returns == "V",
            DexOpcode.ReturnWide => returns is "J" or "D",
            DexOpcode.ReturnObject => returns[0] is 'L' or '[',
            _ => returns[0] is 'Z' or 'B' or 'S' or 'C' or 'I' or 'F',
        };
        if (!fits)
            frame.Error($"the method returns {returns}, but this instruction returns another type");
        else if (ins.Opcode != DexOpcode.ReturnVoid && !IsSmallFromInt(frame.Get(ins.A), returns))
            frame.ExpectValue(ins.A, returns);

        if (frame.Scope.IsConstructor && !frame.Line.ThisInitialised)
            frame.Error("a constructor returns before it has called a constructor of this class or its superclass");

        if (frame.Line.Monitors > 0)
            frame.Warn("returns with a monitor held");
    }

    /// <summary>Compilers return ints as smaller types, and bytes as booleans; the runtime accepts that.</summary>
    private static bool IsSmallFromInt(RegisterType held, string returns) => returns switch
    {
        "Z" => held.Uses is RegisterUses.Int or RegisterUses.ByteValue,
        "B" or "S" or "C" => held.Uses == RegisterUses.Int,
        _ => false,
    };
}
