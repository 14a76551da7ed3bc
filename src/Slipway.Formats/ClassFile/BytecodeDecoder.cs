using static Slipway.Formats.ClassFile.JvmOpcode;

namespace Slipway.Formats.ClassFile;

/// <summary>
/// Decodes the instructions of a method (JVMS chapter 6) into the normal forms that <see cref="JvmInstruction"/> describes. Targets
/// of branches are byte offsets at first; they become indices when the offsets of all instructions are known.
/// </summary>
internal ref struct BytecodeDecoder
{
    private const int BipushCode = 16;
    private const int SipushCode = 17;
    private const int LdcCode = 18;
    private const int LdcWideCode = 19;
    private const int Ldc2WideCode = 20;
    private const int FirstShortLoad = 26;
    private const int FirstShortStore = 59;
    private const int WideCode = 196;
    private const int GotoWideCode = 200;
    private const int JsrWideCode = 201;

    private readonly ConstantPool _pool;
    private readonly List<JvmInstruction> _instructions;
    private readonly int[] _indexAt;
    private ClassFileCursor _cursor;
    private int _start;

    private BytecodeDecoder(ClassFileCursor cursor, ConstantPool pool, List<JvmInstruction> instructions)
    {
        _cursor = cursor;
        _pool = pool;
        _instructions = instructions;
        _indexAt = new int[cursor.Remaining + 1];
    }

    /// <summary>Decodes all of <paramref name="code"/> into <paramref name="instructions"/>.</summary>
    public static InstructionPlaces Decode(ClassFileCursor code, ConstantPool pool, List<JvmInstruction> instructions)
    {
        var decoder = new BytecodeDecoder(code, pool, instructions);
        return decoder.DecodeAll();
    }

    private InstructionPlaces DecodeAll()
    {
        Array.Fill(_indexAt, -1);
        while (_cursor.Remaining > 0)
        {
            _start = _cursor.Position;
            _indexAt[_start] = _instructions.Count;
            _instructions.Add(DecodeOne(_cursor.U1()));
        }

        _indexAt[^1] = _instructions.Count;
        var places = new InstructionPlaces(_indexAt, _cursor.Where);
        BranchResolver.Resolve(_instructions, places);
        return places;
    }

    private JvmInstruction DecodeOne(int code) => code switch
    {
        <= LdcCode + 2 => DecodeConstant(code),
        <= (int)Aload => new((JvmOpcode)code, _cursor.U1()),
        < (int)Iaload => ShortLocal(Iload, code - FirstShortLoad),
        <= (int)Saload => new((JvmOpcode)code),
        <= (int)Astore => new((JvmOpcode)code, _cursor.U1()),
        < (int)Iastore => ShortLocal(Istore, code - FirstShortStore),
        < (int)Iinc => new((JvmOpcode)code),
        (int)Iinc => new(Iinc, _cursor.U1(), _cursor.S1()),
        <= (int)Dcmpg => new((JvmOpcode)code),
        <= (int)Jsr or (int)Ifnull or (int)Ifnonnull => new((JvmOpcode)code, _start + _cursor.S2()),
        (int)Ret => new(Ret, _cursor.U1()),
        (int)Tableswitch or (int)Lookupswitch => DecodeSwitch((JvmOpcode)code),
        <= (int)Return => new((JvmOpcode)code),
        <= (int)Invokedynamic => DecodeMember((JvmOpcode)code),
        WideCode => DecodeWide(),
        GotoWideCode => new(Goto, _start + _cursor.S4()),
        JsrWideCode => new(Jsr, _start + _cursor.S4()),
        < GotoWideCode => DecodeObject((JvmOpcode)code),
        _ => throw _cursor.Malformed($"there is no instruction {code}"),
    };

    private static JvmInstruction ShortLocal(JvmOpcode first, int number) => new(first + (byte)(number >> 2), number & 3);

    private JvmInstruction DecodeConstant(int code) => code switch
    {
        0 => new(Nop),
        1 => new(AconstNull),
        <= 8 => new(Ipush, code - 3),
        <= 10 => new(Ldc, Symbol: (long)(code - 9)),
        <= 13 => new(Ldc, Symbol: (float)(code - 11)),
        <= 15 => new(Ldc, Symbol: (double)(code - 14)),
        BipushCode => new(Ipush, _cursor.S1()),
        SipushCode => new(Ipush, _cursor.S2()),
        LdcCode => Load(_cursor.U1(), false),
        LdcWideCode => Load(_cursor.U2(), false),
        Ldc2WideCode => Load(_cursor.U2(), true),
        _ => throw _cursor.Malformed($"there is no instruction {code}"),
    };

    private readonly JvmInstruction Load(int index, bool wide)
    {
        var constant = _pool.Loadable(index);
        var isWide = constant is long or double or DynamicConstant { Descriptor: "J" or "D" };
        return isWide == wide ? new(Ldc, Symbol: constant) : throw _cursor.Malformed("a constant does not have the width of the instruction that loads it");
    }

    private JvmInstruction DecodeMember(JvmOpcode opcode)
    {
        var index = _cursor.U2();
        if (opcode is Invokeinterface or Invokedynamic)
            _cursor.Take(2);
        if (opcode == Invokedynamic)
            return new(opcode, Symbol: _pool.Dynamics.CallSite(index));
        var tag = _pool.Tag(index);
        var fits = opcode switch
        {
            <= Putfield => tag == ConstantTag.Fieldref,
            Invokevirtual => tag == ConstantTag.Methodref,
            Invokeinterface => tag == ConstantTag.InterfaceMethodref,
            _ => tag is ConstantTag.Methodref or ConstantTag.InterfaceMethodref,
        };
        if (!fits)
            throw _cursor.Malformed($"{opcode} refers to a constant of the kind {tag}");
        var member = _pool.Member(index);
        return member.Name != "<init>" || opcode == Invokespecial
            ? new(opcode, Symbol: member)
            : throw _cursor.Malformed($"{opcode} calls a constructor");
    }

    private JvmInstruction DecodeObject(JvmOpcode opcode)
    {
        switch (opcode)
        {
            case New:
                return new(opcode, Symbol: _pool.PlainClassName(_cursor.U2()));
            case Newarray:
                var type = _cursor.U1();
                return type is >= 4 and <= 11 ? new(opcode, type) : throw _cursor.Malformed($"newarray has the unknown type {type}");
            case Anewarray or Checkcast or Instanceof:
                return new(opcode, Symbol: _pool.ClassName(_cursor.U2()));
            case Multianewarray:
                return DecodeMultianewarray();
            default:
                return new(opcode);
        }
    }

    private JvmInstruction DecodeMultianewarray()
    {
        var type = _pool.ClassName(_cursor.U2());
        var dimensions = _cursor.U1();
        var rank = type.AsSpan().IndexOfAnyExcept('[');
        return dimensions >= 1 && dimensions <= rank
            ? new(Multianewarray, dimensions, Symbol: type)
            : throw _cursor.Malformed("multianewarray makes more dimensions than its type has");
    }

    private JvmInstruction DecodeWide()
    {
        var opcode = (JvmOpcode)_cursor.U1();
        return opcode switch
        {
            >= Iload and <= Aload or >= Istore and <= Astore or Ret => new(opcode, _cursor.U2()),
            Iinc => new(Iinc, _cursor.U2(), _cursor.S2()),
            _ => throw _cursor.Malformed($"wide stands before {(int)opcode}"),
        };
    }

    private JvmInstruction DecodeSwitch(JvmOpcode opcode)
    {
        _cursor.Take(3 - (_start & 3));
        var defaultTarget = _start + _cursor.S4();
        return new(opcode, Symbol: opcode == Tableswitch ? DecodeTable(defaultTarget) : DecodeLookup(defaultTarget));
    }

    private SwitchTable DecodeTable(int defaultTarget)
    {
        var low = _cursor.S4();
        var count = (long)_cursor.S4() - low + 1;
        if (count < 1 || count * 4 > _cursor.Remaining)
            throw _cursor.Malformed("tableswitch has no valid range");
        var keys = new int[count];
        var targets = new int[count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = low + i;
            targets[i] = _start + _cursor.S4();
        }

        return new SwitchTable(defaultTarget, keys, targets);
    }

    private SwitchTable DecodeLookup(int defaultTarget)
    {
        var count = _cursor.S4();
        if (count < 0 || count > _cursor.Remaining / 8)
            throw _cursor.Malformed("lookupswitch has no valid number of pairs");
        var keys = new int[count];
        var targets = new int[count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = _cursor.S4();
            targets[i] = _start + _cursor.S4();
            if (i > 0 && keys[i] <= keys[i - 1])
                throw _cursor.Malformed("the keys of lookupswitch do not ascend");
        }

        return new SwitchTable(defaultTarget, keys, targets);
    }
}
