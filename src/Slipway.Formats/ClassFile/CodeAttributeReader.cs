namespace Slipway.Formats.ClassFile;

/// <summary>Reads a Code attribute (JVMS 4.7.3) and turns byte offsets into instruction indices.</summary>
internal static class CodeAttributeReader
{
    private const int MaxCodeLength = 65535;

    public static MethodCode Read(ref ClassFileCursor cursor, ConstantPool pool)
    {
        var code = new MethodCode { MaxStack = cursor.U2(), MaxLocals = cursor.U2() };
        var instructions = cursor.TakePart();
        if (instructions.Remaining is 0 or > MaxCodeLength)
            throw cursor.Malformed("the length of the code is not from 1 to 65535");
        var places = BytecodeDecoder.Decode(instructions, pool, code.Instructions);
        code.Instructions.TrimExcess();
        ReadHandlers(ref cursor, pool, places, code);
        var signatures = new List<LocalVariable>();
        for (var left = cursor.U2(); left > 0; left--)
        {
            var name = pool.Utf8(cursor.U2());
            var part = cursor.TakePart();
            ReadAttribute(name, ref part, pool, places, code, signatures);
        }

        if (code.Lines.Count > 1)
            SortLines(code.Lines);
        if (signatures.Count > 0)
            AddSignatures(code.LocalVariables, signatures);
        return code;
    }

    private static void ReadHandlers(ref ClassFileCursor cursor, ConstantPool pool, InstructionPlaces places, MethodCode code)
    {
        for (var left = cursor.U2(); left > 0; left--)
        {
            var start = places.Index(cursor.U2());
            var end = places.IndexOrEnd(cursor.U2());
            var handler = places.Index(cursor.U2());
            if (start >= end)
                throw cursor.Malformed("an exception handler covers nothing");
            code.Handlers.Add(new ExceptionHandler(start, end, handler, pool.OptionalClassName(cursor.U2())));
        }
    }

    private static void ReadAttribute(
        string name, ref ClassFileCursor part, ConstantPool pool, InstructionPlaces places, MethodCode code, List<LocalVariable> signatures)
    {
        switch (name)
        {
            case "LineNumberTable":
                for (var left = part.U2(); left > 0; left--)
                    code.Lines.Add(new LineNumber(places.Index(part.U2()), part.U2()));
                break;
            case "LocalVariableTable":
                ReadLocals(ref part, pool, places, code.LocalVariables);
                if (!code.LocalVariables.TrueForAll(l => JavaDescriptor.IsType(l.Descriptor)))
                    throw part.Malformed("a local variable has no valid type");
                break;
            case "LocalVariableTypeTable":
                ReadLocals(ref part, pool, places, signatures);
                break;
            default:
                return;
        }

        part.ExpectEnd(name);
    }

    private static void ReadLocals(ref ClassFileCursor part, ConstantPool pool, InstructionPlaces places, List<LocalVariable> target)
    {
        for (var left = part.U2(); left > 0; left--)
        {
            var (start, end) = ReadRange(ref part, places);
            var name = pool.Utf8(part.U2());
            target.Add(new LocalVariable(start, end, name, pool.Utf8(part.U2()), part.U2(), null));
        }
    }

    private static void AddSignatures(List<LocalVariable> locals, List<LocalVariable> signatures)
    {
        var byPlace = signatures.ToLookup(s => (s.Start, s.End, s.Name, s.Slot), s => s.Descriptor);
        for (var i = 0; i < locals.Count; i++)
        {
            var local = locals[i];
            locals[i] = local with { Signature = byPlace[(local.Start, local.End, local.Name, local.Slot)].FirstOrDefault() };
        }
    }

    private static (int Start, int End) ReadRange(ref ClassFileCursor part, InstructionPlaces places)
    {
        var start = part.U2();
        var length = part.U2();
        return (places.IndexOrEnd(start), places.IndexOrEnd(start + length));
    }

    private static void SortLines(List<LineNumber> lines)
    {
        var sorted = lines.OrderBy(l => l.Instruction).ToList();
        lines.Clear();
        lines.AddRange(sorted);
    }
}
