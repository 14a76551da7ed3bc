namespace Slipway.Formats.Dex.Verification;

/// <summary>Rules for constants, moves, move-result and move-exception.</summary>
internal static class ConstantRules
{
    public static void Constant(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        switch (ins.Opcode)
        {
            case DexOpcode.ConstWide16 or DexOpcode.ConstWide32 or DexOpcode.ConstWide or DexOpcode.ConstWideHigh16:
                frame.SetWide(ins.A, RegisterUses.ConstantLow);
                break;
            case DexOpcode.ConstString or DexOpcode.ConstStringJumbo:
                frame.Set(ins.A, RegisterType.Reference(KnownTypes.Text));
                break;
            case DexOpcode.ConstClass:
                frame.TypeOperand();
                frame.Set(ins.A, RegisterType.Reference(KnownTypes.Class));
                break;
            default:
                frame.Set(ins.A, RegisterType.Constant((int)ins.Literal));
                break;
        }
    }

    public static void Move(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        switch (ins.Opcode)
        {
            case DexOpcode.Move or DexOpcode.MoveFrom16 or DexOpcode.Move16:
                frame.Expect(ins.B, RegisterUses.Primitive, "a one-word primitive");
                frame.Set(ins.A, frame.Get(ins.B));
                break;
            case DexOpcode.MoveObject or DexOpcode.MoveObjectFrom16 or DexOpcode.MoveObject16:
                frame.Expect(ins.B, RegisterUses.Object, "a reference");
                frame.Set(ins.A, frame.Get(ins.B));
                break;
            default:
                frame.ExpectWide(ins.B, RegisterUses.ConstantLow);
                var (low, high) = (frame.Get(ins.B), frame.Get(ins.B + 1));
                frame.Set(ins.A, low);
                frame.Set(ins.A + 1, high);
                break;
        }
    }

    /// <summary>Checks move-result, which takes the result of the instruction right before it.</summary>
    public static void MoveResult(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        var type = ResultOf(frame.Previous);
        var fits = type is null || ins.Opcode switch
        {
            DexOpcode.MoveResultWide => type[0] is 'J' or 'D',
            DexOpcode.MoveResultObject => type[0] is 'L' or '[',
            _ => type[0] is 'Z' or 'B' or 'S' or 'C' or 'I' or 'F',
        };
        if (!fits)
            frame.Error($"{DexOpcodeTable.Name(ins.Opcode)} does not take a result of type {type}");

        if (fits && type is not null)
            frame.SetValue(ins.A, type);
        else if (ins.Opcode == DexOpcode.MoveResultWide)
            frame.SetWide(ins.A, RegisterUses.ConstantLow);
        else
            frame.Set(ins.A, ins.Opcode == DexOpcode.MoveResultObject ? RegisterType.UnknownReference : new(RegisterUses.Zero));
    }

    /// <summary>Returns the type of the result for move-result; null when it is unknown, as for some invoke-custom.</summary>
    private static string? ResultOf(DexInstruction? previous) => previous?.Reference switch
    {
        string array => array,
        DexMethodReference method => DexMethodDescriptor.Parse(method.Descriptor)?.Returns,
        DexPolymorphicReference call => DexMethodDescriptor.Parse(call.Descriptor)?.Returns,
        _ => null,
    };
}
