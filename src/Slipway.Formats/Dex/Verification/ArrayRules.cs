namespace Slipway.Formats.Dex.Verification;

/// <summary>Rules for arrays: the element kind of the opcode must be that of the array.</summary>
internal static class ArrayRules
{
    public static void Length(InstructionFrame frame)
    {
        var array = frame.ExpectReference(frame.Instruction.B);
        if (array.Descriptor is { } type && type[0] != '[')
            frame.Error($"array-length of {type}, which is not an array");

        frame.Set(frame.Instruction.A, RegisterType.Int);
    }

    public static void New(InstructionFrame frame)
    {
        frame.Expect(frame.Instruction.B, RegisterUses.Int, "an int");
        frame.Set(frame.Instruction.A, RegisterType.Reference(ArrayOperand(frame)));
    }

    public static void FilledNew(InstructionFrame frame, ReadOnlySpan<int> words)
    {
        if (ArrayOperand(frame) is not { } type)
            return;

        var element = type[1..];
        if (element[0] is not ('I' or 'L' or '['))
        {
            frame.Error($"filled-new-array of {type}: only int and reference elements are allowed");
            return;
        }

        foreach (var register in words)
            frame.ExpectValue(register, element);
    }

    public static void Fill(InstructionFrame frame)
    {
        var array = frame.ExpectReference(frame.Instruction.A);
        if (array.Descriptor is not { } type)
            return;

        var width = type[0] != '[' || type.Length != 2 ? 0 : type[1] switch
        {
            'Z' or 'B' => 1,
            'S' or 'C' => 2,
            'I' or 'F' => 4,
            _ => 8,
        };
        if (width == 0 || (frame.Instruction.ArrayData is { } data && data.ElementWidth != width))
            frame.Error($"fill-array-data does not fit {type}");
    }

    public static void Get(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        frame.Expect(ins.C, RegisterUses.Int, "an int");
        var array = frame.ExpectReference(ins.B);
        var kind = AccessKinds.Of(ins.Opcode, DexOpcode.Aget);
        if (array.Descriptor is { } type && Element(frame, type, kind) is { } element)
            frame.SetValue(ins.A, element);
        else if (array.Has(RegisterUses.Null) && kind is not (AccessKind.Wide or AccessKind.Object))
            frame.Set(ins.A, new(RegisterUses.Zero));
        else
            AccessKinds.SetUnknown(frame, ins.A, kind);
    }

    public static void Put(InstructionFrame frame)
    {
        var ins = frame.Instruction;
        frame.Expect(ins.C, RegisterUses.Int, "an int");
        var array = frame.ExpectReference(ins.B);
        var kind = AccessKinds.Of(ins.Opcode, DexOpcode.Aput);
        var element = array.Descriptor is { } type ? Element(frame, type, kind) : null;
        if (kind == AccessKind.Object)
        {
            // The runtime checks the store, so the verifier accepts any reference.
            frame.ExpectReference(ins.A);
        }
        else
        {
            AccessKinds.ExpectStorable(frame, ins.A, kind, element);
        }
    }

    private static string? Element(InstructionFrame frame, string array, AccessKind kind)
    {
        if (array[0] != '[')
        {
            frame.Error($"an array access to {array}");
            return null;
        }

        var element = array[1..];
        if (!AccessKinds.Fits(kind, element))
        {
            frame.Error($"{DexOpcodeTable.Name(frame.Instruction.Opcode)} on {array}");
            return null;
        }

        return element;
    }

    private static string? ArrayOperand(InstructionFrame frame)
    {
        var type = frame.TypeOperand();
        if (type is null || type[0] == '[')
            return type;

        frame.Error($"an array of {type}, which is not an array type");
        return null;
    }
}
