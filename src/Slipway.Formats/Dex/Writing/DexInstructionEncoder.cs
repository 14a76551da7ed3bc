namespace Slipway.Formats.Dex.Writing;

/// <summary>
/// Encodes one instruction whose address and targets are known (source.android.com, "Dalvik executable instruction
/// formats").
/// </summary>
/// <param name="target">Receives the units.</param>
/// <param name="indices">The index of each reference in its table.</param>
/// <param name="where">The method, for messages.</param>
internal sealed class DexInstructionEncoder(DexBuffer target, DexIndices indices, string where)
{
    /// <summary>Encodes an instruction that has the size of its format.</summary>
    /// <param name="i">The instruction.</param>
    /// <param name="opcode">Its operation, possibly another form of the one in <paramref name="i"/>.</param>
    /// <param name="offset">Distance to its target or payload, in units.</param>
    public void Encode(DexInstruction i, DexOpcode opcode, int offset)
    {
        ref readonly var info = ref DexOpcodeTable.Info(opcode);
        switch (info.Format)
        {
            case DexFormat.F10x or DexFormat.F10t or DexFormat.F20t or DexFormat.F30t:
                Jump(opcode, info.Format, offset);
                break;
            case DexFormat.F12x or DexFormat.F11n or DexFormat.F11x:
                Short(i, opcode, info.Format);
                break;
            case DexFormat.F22x or DexFormat.F32x:
                Move(i, opcode, info.Format);
                break;
            case DexFormat.F21t or DexFormat.F22t or DexFormat.F31t:
                Branch(i, opcode, info.Format, offset);
                break;
            case DexFormat.F21s or DexFormat.F21h or DexFormat.F22b or DexFormat.F22s or DexFormat.F31i or DexFormat.F51l:
                Literal(i, opcode, info.Format);
                break;
            case DexFormat.F23x:
                First(opcode, Fit(i.A, 8));
                target.U1(Fit(i.B, 8));
                target.U1(Fit(i.C, 8));
                break;
            case DexFormat.F21c or DexFormat.F31c or DexFormat.F22c:
                Indexed(i, opcode, info);
                break;
            default:
                Call(i, opcode, info);
                break;
        }
    }

    private void Jump(DexOpcode opcode, DexFormat format, int offset)
    {
        First(opcode, format == DexFormat.F10t ? offset & 0xff : 0);
        if (format == DexFormat.F20t)
            target.U2(offset);
        else if (format == DexFormat.F30t)
            target.S4(offset);
    }

    private void Short(DexInstruction i, DexOpcode opcode, DexFormat format) => First(opcode, format switch
    {
        DexFormat.F12x => Pair(i.A, i.B),
        DexFormat.F11n => Fit(i.A, 4) | (FitSigned(i.Literal, 4) << 4),
        _ => Fit(i.A, 8),
    });

    private void Move(DexInstruction i, DexOpcode opcode, DexFormat format)
    {
        First(opcode, format == DexFormat.F22x ? Fit(i.A, 8) : 0);
        if (format == DexFormat.F32x)
            target.U2(Fit(i.A, 16));
        target.U2(Fit(i.B, 16));
    }

    private void Branch(DexInstruction i, DexOpcode opcode, DexFormat format, int offset)
    {
        First(opcode, format == DexFormat.F22t ? Pair(i.A, i.B) : Fit(i.A, 8));
        if (format == DexFormat.F31t)
            target.S4(offset);
        else
            target.U2(offset);
    }

    private void Literal(DexInstruction i, DexOpcode opcode, DexFormat format)
    {
        First(opcode, format == DexFormat.F22s ? Pair(i.A, i.B) : Fit(i.A, 8));
        switch (format)
        {
            case DexFormat.F21s or DexFormat.F22s:
                target.U2(FitSigned(i.Literal, 16));
                break;
            case DexFormat.F21h:
                target.U2(HighBits(i.Literal, opcode == DexOpcode.ConstWideHigh16 ? 48 : 16));
                break;
            case DexFormat.F22b:
                target.U1(Fit(i.B, 8));
                target.U1(FitSigned(i.Literal, 8));
                break;
            case DexFormat.F31i:
                target.S4(FitSigned(i.Literal, 32));
                break;
            default:
                target.S4((int)i.Literal);
                target.S4((int)(i.Literal >> 32));
                break;
        }
    }

    private void Indexed(DexInstruction i, DexOpcode opcode, in DexOpcodeInfo info)
    {
        First(opcode, info.Format == DexFormat.F22c ? Pair(i.A, i.B) : Fit(i.A, 8));
        var index = Index(i, info.Index);
        if (info.Format == DexFormat.F31c)
            target.S4(index);
        else
            target.U2(Fit(index, 16));
    }

    private void Call(DexInstruction i, DexOpcode opcode, in DexOpcodeInfo info)
    {
        var words = i.Arguments;
        var isRange = info.Format is DexFormat.F3rc or DexFormat.F4rcc;
        if (isRange)
        {
            First(opcode, Fit(words.Length, 8));
            target.U2(Index(i, info.Index));
            target.U2(Fit(i.A, 16));
            Fit(i.A + Math.Max(words.Length - 1, 0), 16);
        }
        else
        {
            if (words.Length > 5)
                throw Limit($"{DexOpcodeTable.Name(opcode)} has {words.Length} argument words and holds 5");
            First(opcode, (words.Length << 4) | Argument(words, 4));
            target.U2(Index(i, info.Index));
            target.U1((Argument(words, 1) << 4) | Argument(words, 0));
            target.U1((Argument(words, 3) << 4) | Argument(words, 2));
        }

        if (info.Index == DexIndexKind.MethodAndProto)
            target.U2(indices.Proto(((DexPolymorphicReference)i.Reference!).Descriptor));
    }

    private int Argument(int[] words, int number) => number < words.Length ? Fit(words[number], 4) : 0;

    private int Index(DexInstruction i, DexIndexKind kind) => kind switch
    {
        DexIndexKind.String => indices.String((string)i.Reference!),
        DexIndexKind.Type => indices.Type((string)i.Reference!),
        DexIndexKind.Proto => indices.Proto((string)i.Reference!),
        DexIndexKind.Field => indices.Field((DexFieldReference)i.Reference!),
        DexIndexKind.Method => indices.Method((DexMethodReference)i.Reference!),
        DexIndexKind.MethodAndProto => indices.Method(((DexPolymorphicReference)i.Reference!).Method),
        DexIndexKind.CallSite => indices.CallSite((DexCallSite)i.Reference!),
        _ => indices.MethodHandle((DexMethodHandle)i.Reference!),
    };

    private void First(DexOpcode opcode, int high)
    {
        target.U1((int)opcode);
        target.U1(high);
    }

    private int Pair(int low, int high) => Fit(low, 4) | (Fit(high, 4) << 4);

    private int Fit(int value, int bits) =>
        value >> bits == 0 ? value : throw Limit($"{value} does not fit the {bits} bits of an operand");

    private int FitSigned(long value, int bits) =>
        value >> (bits - 1) is 0 or -1
            ? (int)(value & ((1L << bits) - 1))
            : throw Limit($"the literal {value} does not fit {bits} bits");

    private int HighBits(long value, int shift) =>
        (value & ((1L << shift) - 1)) == 0 && (shift == 48 || value == (int)value)
            ? (int)(value >> shift)
            : throw Limit($"the literal {value} has bits below its high 16");

    private DexLimitException Limit(string reason) => new(DexLimit.Operand, reason, where);
}
