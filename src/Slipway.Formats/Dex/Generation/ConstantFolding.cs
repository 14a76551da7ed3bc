namespace Slipway.Formats.Dex.Generation;

/// <summary>Moves a constant operand into the operation where DEX has a form for it.</summary>
internal static class ConstantFolding
{
    private const int ShiftMask = 31;

    public static void Fold(Operation operation, Func<int, int?> constantOf)
    {
        switch (operation.Opcode)
        {
            case >= DexOpcode.AddInt and <= DexOpcode.UshrInt:
                FoldArithmetic(operation, constantOf);
                break;
            case >= DexOpcode.IfEq and <= DexOpcode.IfLe:
                FoldComparison(operation, constantOf);
                break;
        }
    }

    private static void FoldArithmetic(Operation operation, Func<int, int?> constantOf)
    {
        if (constantOf(operation.C) is { } right && TryFoldRight(operation, right))
            return;
        if (constantOf(operation.B) is not { } left || !FitsShort(left))
            return;
        var isCommutative = operation.Opcode is DexOpcode.AddInt or DexOpcode.MulInt or DexOpcode.AndInt or DexOpcode.OrInt or DexOpcode.XorInt;
        if (isCommutative)
            ToLiteral(operation, DexOpcode.AddIntLit8 + (operation.Opcode - DexOpcode.AddInt), operation.C, left);
        else if (operation.Opcode == DexOpcode.SubInt)
            ToLiteral(operation, DexOpcode.RsubIntLit8, operation.C, left);
    }

    private static bool TryFoldRight(Operation operation, int right)
    {
        switch (operation.Opcode)
        {
            case DexOpcode.ShlInt or DexOpcode.ShrInt or DexOpcode.UshrInt:
                ToLiteral(operation, DexOpcode.ShlIntLit8 + (operation.Opcode - DexOpcode.ShlInt), operation.B, right & ShiftMask);
                return true;
            case DexOpcode.SubInt when right != int.MinValue && FitsShort(-right):
                ToLiteral(operation, DexOpcode.AddIntLit8, operation.B, -right);
                return true;
            case DexOpcode.SubInt:
                return false;
            case DexOpcode.DivInt or DexOpcode.RemInt when right == 0:
                return false;
            default:
                if (!FitsShort(right))
                    return false;
                ToLiteral(operation, DexOpcode.AddIntLit8 + (operation.Opcode - DexOpcode.AddInt), operation.B, right);
                return true;
        }
    }

    private static void ToLiteral(Operation operation, DexOpcode opcode, int register, int literal)
    {
        operation.Opcode = opcode;
        operation.B = register;
        operation.C = 0;
        operation.Literal = literal;
    }

    private static void FoldComparison(Operation operation, Func<int, int?> constantOf)
    {
        if (constantOf(operation.B) is 0)
        {
            operation.Opcode = DexOpcode.IfEqz + (operation.Opcode - DexOpcode.IfEq);
        }
        else if (constantOf(operation.A) is 0)
        {
            operation.Opcode = DexOpcode.IfEqz + (Swapped(operation.Opcode) - DexOpcode.IfEq);
            operation.A = operation.B;
        }
        else
        {
            return;
        }
        operation.B = 0;
    }

    private static DexOpcode Swapped(DexOpcode comparison) => comparison switch
    {
        DexOpcode.IfLt => DexOpcode.IfGt,
        DexOpcode.IfGt => DexOpcode.IfLt,
        DexOpcode.IfLe => DexOpcode.IfGe,
        DexOpcode.IfGe => DexOpcode.IfLe,
        _ => comparison,
    };

    private static bool FitsShort(int value) => value is >= short.MinValue and <= short.MaxValue;
}
