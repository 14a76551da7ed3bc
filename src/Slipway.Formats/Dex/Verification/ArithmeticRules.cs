namespace Slipway.Formats.Dex.Verification;

/// <summary>Rules for arithmetic and comparisons: the opcode determines the type of every operand.</summary>
internal static class ArithmeticRules
{
    private static readonly string[] Conversions =
    [
        "II", "II", "JJ", "JJ", "FF", "DD", // neg-int, not-int, neg-long, not-long, neg-float, neg-double
        "IJ", "IF", "ID", "JI", "JF", "JD", "FI", "FJ", "FD", "DI", "DJ", "DF", // a-to-b
        "IB", "IC", "IS",
    ];

    public static void Unary(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        var kinds = Conversions[ins.Opcode - DexOpcode.NegInt];
        Expect(frame, ins.B, kinds[0]);
        Set(frame, ins.A, kinds[1]);
    }

    public static void Compare(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        var kind = ins.Opcode switch
        {
            DexOpcode.CmplFloat or DexOpcode.CmpgFloat => 'F',
            DexOpcode.CmpLong => 'J',
            _ => 'D',
        };
        Expect(frame, ins.B, kind);
        Expect(frame, ins.C, kind);
        frame.Set(ins.A, RegisterType.Int);
    }

    public static void Binary(InstructionFrame frame) =>
        Binary(frame, frame.Instruction.Opcode - DexOpcode.AddInt, frame.Instruction.B, frame.Instruction.C);

    public static void BinaryInPlace(InstructionFrame frame) =>
        Binary(frame, frame.Instruction.Opcode - DexOpcode.AddInt2addr, frame.Instruction.A, frame.Instruction.B);

    public static void Literal(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        Expect(frame, ins.B, 'I');
        var isLogic = ins.Opcode is DexOpcode.AndIntLit8 or DexOpcode.OrIntLit8 or DexOpcode.XorIntLit8
            or DexOpcode.AndIntLit16 or DexOpcode.OrIntLit16 or DexOpcode.XorIntLit16;
        var isBoolean = isLogic && ins.Literal is 0 or 1 && frame.Get(ins.B).Has(RegisterUses.Boolean);
        frame.Set(ins.A, isBoolean ? RegisterType.Of("Z") : RegisterType.Int);
    }

    /// <summary>The 32 binary operations: 11 on int, 11 on long, 5 on float, 5 on double.</summary>
    private static void Binary(InstructionFrame frame, int operation, int left, int right)
    {
        var kind = operation < 11 ? 'I' : operation < 22 ? 'J' : operation < 27 ? 'F' : 'D';
        var isShift = operation is >= 19 and < 22;
        Expect(frame, left, kind);
        Expect(frame, right, isShift ? 'I' : kind);
        var isLogic = operation is >= 5 and < 8;
        if (isLogic && frame.Get(left).Has(RegisterUses.Boolean) && frame.Get(right).Has(RegisterUses.Boolean))
            frame.Set(frame.Instruction.A, RegisterType.Of("Z"));
        else
            Set(frame, frame.Instruction.A, kind);
    }

    private static void Expect(InstructionFrame frame, int register, char kind)
    {
        switch (kind)
        {
            case 'J':
                frame.ExpectWide(register, RegisterUses.LongLow);
                break;
            case 'D':
                frame.ExpectWide(register, RegisterUses.DoubleLow);
                break;
            case 'F':
                frame.Expect(register, RegisterUses.Float, "a float");
                break;
            default:
                frame.Expect(register, RegisterUses.Int, "an int");
                break;
        }
    }

    private static void Set(InstructionFrame frame, int register, char kind)
    {
        switch (kind)
        {
            case 'J':
                frame.SetWide(register, RegisterUses.LongLow);
                break;
            case 'D':
                frame.SetWide(register, RegisterUses.DoubleLow);
                break;
            default:
                frame.Set(register, RegisterType.Of(kind switch { 'F' => "F", 'B' => "B", 'C' => "C", 'S' => "S", _ => "I" }));
                break;
        }
    }
}
