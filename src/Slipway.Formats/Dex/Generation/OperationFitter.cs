namespace Slipway.Formats.Dex.Generation;

/// <summary>
/// Writes operations as instructions: inserts the assigned registers, selects the shortest form, and uses scratch registers where a
/// form cannot name a high register.
/// </summary>
internal sealed class OperationFitter(RegisterAssignment registers, InstructionSink sink)
{
    private const int ShortestFormMax = RegisterUsage.MaxShortRegister;
    private const int ByteMax = 255;

    private int _nextScratch;

    /// <summary>Length of the longest argument list so far, in words.</summary>
    public int Outs { get; private set; }

    /// <summary>Emits an operation with the moves that it needs, and returns the operation's own instruction.</summary>
    public DexInstruction Emit(Operation operation)
    {
        sink.Line = operation.Line;
        _nextScratch = 0;
        switch (operation.Opcode)
        {
            case DexOpcode.Move or DexOpcode.MoveWide or DexOpcode.MoveObject:
                return EmitMove(operation.Traits.A, registers[operation.A], registers[operation.B]);
            case DexOpcode.FilledNewArray:
                return EmitList(operation, DexOpcode.FilledNewArrayRange);
            case >= DexOpcode.InvokeVirtual and <= DexOpcode.InvokeInterface:
                Outs = Math.Max(Outs, operation.Arguments.Length);
                return EmitList(operation, operation.Opcode + (DexOpcode.InvokeVirtualRange - DexOpcode.InvokeVirtual));
            default:
                return EmitFitted(operation);
        }
    }

    /// <summary>Emits a move between registers of the frame.</summary>
    public DexInstruction EmitMove(RegisterKind kind, int to, int from)
    {
        var form = kind switch { RegisterKind.Wide => DexOpcode.MoveWide, RegisterKind.Object => DexOpcode.MoveObject, _ => DexOpcode.Move };
        var length = to <= ShortestFormMax && from <= ShortestFormMax ? 0 : to <= ByteMax ? 1 : 2;
        return sink.Add(new DexInstruction { Opcode = form.Plus(length), A = to, B = from });
    }

    private DexInstruction EmitList(Operation operation, DexOpcode rangeForm)
    {
        var arguments = operation.Arguments;
        if (registers.IsShortList(arguments))
            return sink.Add(new DexInstruction { Opcode = operation.Opcode, Operand = operation.Reference, Arguments = Array.ConvertAll(arguments, a => registers[a]) });
        var first = registers[arguments[0]];
        if (!registers.IsRange(arguments))
        {
            first = registers.Window;
            FillWindow(operation);
        }
        return sink.Add(new DexInstruction { Opcode = rangeForm, A = first, Operand = operation.Reference, Arguments = [.. Enumerable.Range(first, arguments.Length)] });
    }

    private void FillWindow(Operation operation)
    {
        var kinds = ArgumentKinds.Of(operation);
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] != RegisterKind.None)
                EmitMove(kinds[i], registers.Window + i, registers[operation.Arguments[i]]);
        }
    }

    private DexInstruction EmitFitted(Operation operation)
    {
        var traits = operation.Traits;
        var kindA = operation.ComparesReferences ? RegisterKind.Object : traits.A;
        var kindB = operation.ComparesReferences && traits.B != RegisterKind.None ? RegisterKind.Object : traits.B;
        var (opcode, limit) = Form(operation, traits);
        var b = Read(operation.B, kindB, limit);
        var c = Read(operation.C, traits.C, limit);
        var a = traits.ReadsA ? Read(operation.A, kindA, limit) : Reserve(operation.A, kindA, limit);
        var isTwoAddress = opcode is >= DexOpcode.AddInt2addr and <= DexOpcode.RemDouble2addr;
        var instruction = sink.Add(new DexInstruction
        {
            Opcode = opcode,
            A = a,
            B = isTwoAddress ? SecondOperand(operation, b, c) : b,
            C = isTwoAddress ? 0 : c,
            Literal = operation.Literal,
            Operand = operation.Reference ?? operation.ArrayData,
        });
        if (traits.WritesA && a != registers[operation.A])
            EmitMove(kindA, registers[operation.A], a);
        return instruction;
    }

    private int Read(int register, RegisterKind kind, int limit)
    {
        if (kind == RegisterKind.None)
            return 0;
        var at = registers[register];
        if (at <= limit)
            return at;
        var scratch = TakeScratch(kind);
        EmitMove(kind, scratch, at);
        return scratch;
    }

    private int Reserve(int register, RegisterKind kind, int limit)
    {
        if (kind == RegisterKind.None)
            return 0;
        return registers[register] <= limit ? registers[register] : TakeScratch(kind);
    }

    private int TakeScratch(RegisterKind kind)
    {
        var scratch = _nextScratch;
        _nextScratch += OperationTraits.Words(kind);
        return scratch;
    }

    private (DexOpcode Opcode, int Limit) Form(Operation operation, in OperationTraits traits)
    {
        var opcode = operation.Opcode;
        switch (opcode)
        {
            case DexOpcode.Const:
                return (ConstantForms.Single((int)operation.Literal, registers[operation.A]), ByteMax);
            case DexOpcode.ConstWide:
                return (ConstantForms.Wide(operation.Literal), ByteMax);
            case >= DexOpcode.AddIntLit8 and <= DexOpcode.UshrIntLit8 when operation.Literal is < sbyte.MinValue or > sbyte.MaxValue:
                return (DexOpcode.AddIntLit16 + (opcode - DexOpcode.AddIntLit8), ShortestFormMax);
            case >= DexOpcode.AddInt and <= DexOpcode.RemDouble when FitsTwoAddress(operation):
                return (DexOpcode.AddInt2addr + (opcode - DexOpcode.AddInt), ShortestFormMax);
            default:
                return (opcode, traits.MaxRegister);
        }
    }

    private bool FitsTwoAddress(Operation operation)
    {
        var to = registers[operation.A];
        var isFirst = to == registers[operation.B];
        var isSecond = to == registers[operation.C] && IsCommutative(operation.Opcode);
        return (isFirst || isSecond) && to <= ShortestFormMax && registers[operation.B] <= ShortestFormMax && registers[operation.C] <= ShortestFormMax;
    }

    private int SecondOperand(Operation operation, int b, int c) => registers[operation.A] == registers[operation.B] ? c : b;

    /// <summary>Floating-point addition and multiplication are commutative in Java, which does not distinguish the sign or payload of NaN.</summary>
    private static bool IsCommutative(DexOpcode opcode) => opcode
        is DexOpcode.AddInt or DexOpcode.MulInt or DexOpcode.AndInt or DexOpcode.OrInt or DexOpcode.XorInt
        or DexOpcode.AddLong or DexOpcode.MulLong or DexOpcode.AndLong or DexOpcode.OrLong or DexOpcode.XorLong
        or DexOpcode.AddFloat or DexOpcode.MulFloat or DexOpcode.AddDouble or DexOpcode.MulDouble;
}
