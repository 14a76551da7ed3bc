namespace Slipway.Formats.Dex.Verification;

/// <summary>One instruction with the registers before it, through which the rules read operands and write results.</summary>
internal sealed class InstructionFrame(MethodScope scope, RegisterLine line)
{
    public MethodScope Scope { get; } = scope;

    public RegisterLine Line { get; } = line;

    public TypeHierarchy Hierarchy => Scope.Hierarchy;

    /// <summary>The instruction.</summary>
    public DexInstruction Instruction { get; private set; } = null!;

    /// <summary>The instruction before it in the code; null for the first.</summary>
    public DexInstruction? Previous { get; private set; }

    /// <summary>Its position in the code.</summary>
    public int Position { get; private set; }

    public void MoveTo(DexInstruction instruction, DexInstruction? previous, int position)
    {
        Instruction = instruction;
        Previous = previous;
        Position = position;
    }

    public void Error(string text) => Scope.Error(Address, text);

    /// <summary>Reports that the current class and another one are inconsistent.</summary>
    public void LinkageError(string text) => Scope.LinkageError(Address, text);

    public void Warn(string text) => Scope.Warn(Address, text);

    public int Address => Instruction.Address >= 0 ? Instruction.Address : Position;

    public RegisterType Get(int register)
    {
        if ((uint)register < (uint)Line.Count)
            return Line[register];

        Error($"v{register} is beyond the {Line.Count} registers");
        return RegisterType.Conflict;
    }

    public void Set(int register, RegisterType type)
    {
        if ((uint)register < (uint)Line.Count)
            Line[register] = type;
        else
            Error($"v{register} is beyond the {Line.Count} registers");
    }

    public void SetWide(int register, RegisterUses low)
    {
        Set(register, new(low));
        Set(register + 1, new(HighOf(low)));
    }

    /// <summary>Sets a register or a pair to a value of a type.</summary>
    public void SetValue(int register, string type)
    {
        switch (type[0])
        {
            case 'J':
                SetWide(register, RegisterUses.LongLow);
                break;
            case 'D':
                SetWide(register, RegisterUses.DoubleLow);
                break;
            default:
                Set(register, RegisterType.Of(type));
                break;
        }
    }

    public void Expect(int register, RegisterUses use, string what)
    {
        var type = Get(register);
        if (!type.Has(use))
            Error($"v{register} holds {type} where {what} is needed");
    }

    public void ExpectWide(int register, RegisterUses low)
    {
        if (!Get(register).Has(low) || !Get(register + 1).Has(HighOf(low)))
        {
            var what = low == RegisterUses.LongLow ? "a long" : low == RegisterUses.DoubleLow ? "a double" : "a wide value";
            Error($"v{register} and v{register + 1} hold {Get(register)} and {Get(register + 1)} where {what} is needed");
        }
    }

    /// <summary>Expects a reference to an initialised object, or null.</summary>
    public RegisterType ExpectReference(int register)
    {
        var type = Get(register);
        if (!type.Has(RegisterUses.Reference | RegisterUses.Null))
        {
            Error($"v{register} holds {type} where a reference is needed");
            return RegisterType.UnknownReference;
        }

        return type;
    }

    /// <summary>Expects a value that can be passed as a type, by the strict rule for arguments.</summary>
    public void ExpectValue(int register, string type)
    {
        switch (type[0])
        {
            case 'J':
                ExpectWide(register, RegisterUses.LongLow);
                break;
            case 'D':
                ExpectWide(register, RegisterUses.DoubleLow);
                break;
            case 'L' or '[':
                ExpectAssignable(register, type);
                break;
            default:
                Expect(register, UseOf(type[0]), $"a value of type {type}");
                break;
        }
    }

    public void ExpectAssignable(int register, string type)
    {
        var held = ExpectReference(register);
        if (held.Has(RegisterUses.Reference) && !Hierarchy.Accepts(type, held.Descriptor))
            Error($"v{register} holds {held} where {type} is needed");
    }

    /// <summary>Returns the operand's type descriptor; reports an error and returns null when it is not one.</summary>
    public string? TypeOperand()
    {
        if (Instruction.Reference is string type && DexMethodDescriptor.IsType(type) && type != "V")
            return type;

        Error($"'{Instruction.Reference}' is not a type");
        return null;
    }

    public static RegisterUses HighOf(RegisterUses low) => (RegisterUses)((int)low << 1);

    public static RegisterUses UseOf(char kind) => kind switch
    {
        'Z' => RegisterUses.Boolean,
        'B' => RegisterUses.Byte,
        'S' => RegisterUses.Short,
        'C' => RegisterUses.Char,
        'F' => RegisterUses.Float,
        _ => RegisterUses.Int,
    };
}
