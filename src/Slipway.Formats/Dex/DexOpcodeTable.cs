using static Slipway.Formats.Dex.DexFormat;
using static Slipway.Formats.Dex.DexIndexKind;
using static Slipway.Formats.Dex.DexOpcodeFlags;

namespace Slipway.Formats.Dex;

/// <summary>
/// Name, encoding and flags of each operation. Source: source.android.com, "Dalvik bytecode" and "Dalvik executable instruction
/// formats". An operation can throw when it raises an exception itself or by linking a class or member.
/// </summary>
internal static class DexOpcodeTable
{
    private static readonly DexOpcodeInfo[] Infos = Build();

    /// <summary>
    /// Returns the fixed properties of <paramref name="opcode"/>; the format is <see cref="DexFormat.None"/> when there is no such
    /// operation.
    /// </summary>
    public static ref readonly DexOpcodeInfo Info(DexOpcode opcode) => ref Infos[(int)opcode];

    public static string Name(DexOpcode opcode) => Infos[(int)opcode].Name;

    public static DexFormat Format(DexOpcode opcode) => Infos[(int)opcode].Format;

    /// <summary>Size in 16-bit units; 0 for the label.</summary>
    public static int Size(DexOpcode opcode) => Size(Infos[(int)opcode].Format);

    public static int Size(DexFormat format) => format switch
    {
        DexFormat.None => 0,
        F10x or F12x or F11n or F11x or F10t => 1,
        F20t or F22x or F21t or F21s or F21h or F21c or F23x or F22b or F22t or F22s or F22c => 2,
        F45cc or F4rcc => 4,
        F51l => 5,
        _ => 3,
    };

    /// <summary>Lowest format version that has the operation.</summary>
    public static int MinVersion(DexOpcode opcode) => opcode switch
    {
        DexOpcode.ConstMethodHandle or DexOpcode.ConstMethodType => 39,
        >= DexOpcode.InvokePolymorphic and <= DexOpcode.InvokeCustomRange => 38,
        _ => 35,
    };

    private static DexOpcodeInfo[] Build()
    {
        var infos = new DexOpcodeInfo[(int)DexOpcode.Label + 1];
        for (var i = 0; i < infos.Length; i++)
            infos[i] = new DexOpcodeInfo($"unused-{i:x2}", DexFormat.None, DexIndexKind.None, DexOpcodeFlags.None);
        AddMovesAndReturns(infos);
        AddConstants(infos);
        AddObjects(infos);
        AddFlow(infos);
        AddMemory(infos);
        AddCalls(infos);
        AddArithmetic(infos);
        infos[(int)DexOpcode.Label] = new DexOpcodeInfo("label", DexFormat.None, DexIndexKind.None, DexOpcodeFlags.None);
        return infos;
    }

    private static void AddMovesAndReturns(DexOpcodeInfo[] infos)
    {
        Add(infos, DexOpcode.Nop, F10x, "nop");
        foreach (var (first, suffix) in new[] { (DexOpcode.Move, ""), (DexOpcode.MoveWide, "-wide"), (DexOpcode.MoveObject, "-object") })
        {
            Add(infos, first, F12x, $"move{suffix}");
            Add(infos, first + 1, F22x, $"move{suffix}/from16");
            Add(infos, first + 2, F32x, $"move{suffix}/16");
        }

        AddAll(infos, DexOpcode.MoveResult, F11x, "move-result move-result-wide move-result-object move-exception");
        Add(infos, DexOpcode.ReturnVoid, F10x, "return-void", EndsFlow);
        AddAll(infos, DexOpcode.Return, F11x, "return return-wide return-object", EndsFlow);
    }

    private static void AddConstants(DexOpcodeInfo[] infos)
    {
        Add(infos, DexOpcode.Const4, F11n, "const/4");
        Add(infos, DexOpcode.Const16, F21s, "const/16");
        Add(infos, DexOpcode.Const, F31i, "const");
        Add(infos, DexOpcode.ConstHigh16, F21h, "const/high16");
        Add(infos, DexOpcode.ConstWide16, F21s, "const-wide/16");
        Add(infos, DexOpcode.ConstWide32, F31i, "const-wide/32");
        Add(infos, DexOpcode.ConstWide, F51l, "const-wide");
        Add(infos, DexOpcode.ConstWideHigh16, F21h, "const-wide/high16");
        Add(infos, DexOpcode.ConstString, F21c, "const-string", CanThrow, DexIndexKind.String);
        Add(infos, DexOpcode.ConstStringJumbo, F31c, "const-string/jumbo", CanThrow, DexIndexKind.String);
        Add(infos, DexOpcode.ConstClass, F21c, "const-class", CanThrow, DexIndexKind.Type);
        Add(infos, DexOpcode.ConstMethodHandle, F21c, "const-method-handle", CanThrow, MethodHandle);
        Add(infos, DexOpcode.ConstMethodType, F21c, "const-method-type", CanThrow, Proto);
    }

    private static void AddObjects(DexOpcodeInfo[] infos)
    {
        AddAll(infos, DexOpcode.MonitorEnter, F11x, "monitor-enter monitor-exit", CanThrow);
        Add(infos, DexOpcode.CheckCast, F21c, "check-cast", CanThrow, DexIndexKind.Type);
        Add(infos, DexOpcode.InstanceOf, F22c, "instance-of", CanThrow, DexIndexKind.Type);
        Add(infos, DexOpcode.ArrayLength, F12x, "array-length", CanThrow);
        Add(infos, DexOpcode.NewInstance, F21c, "new-instance", CanThrow, DexIndexKind.Type);
        Add(infos, DexOpcode.NewArray, F22c, "new-array", CanThrow, DexIndexKind.Type);
        Add(infos, DexOpcode.FilledNewArray, F35c, "filled-new-array", CanThrow | SetsResult, DexIndexKind.Type);
        Add(infos, DexOpcode.FilledNewArrayRange, F3rc, "filled-new-array/range", CanThrow | SetsResult, DexIndexKind.Type);
        Add(infos, DexOpcode.FillArrayData, F31t, "fill-array-data", CanThrow);
        Add(infos, DexOpcode.Throw, F11x, "throw", CanThrow | EndsFlow);
    }

    private static void AddFlow(DexOpcodeInfo[] infos)
    {
        Add(infos, DexOpcode.Goto, F10t, "goto", Branches | EndsFlow);
        Add(infos, DexOpcode.Goto16, F20t, "goto/16", Branches | EndsFlow);
        Add(infos, DexOpcode.Goto32, F30t, "goto/32", Branches | EndsFlow);
        AddAll(infos, DexOpcode.PackedSwitch, F31t, "packed-switch sparse-switch", Switches);
        AddAll(infos, DexOpcode.CmplFloat, F23x, "cmpl-float cmpg-float cmpl-double cmpg-double cmp-long");
        AddAll(infos, DexOpcode.IfEq, F22t, "if-eq if-ne if-lt if-ge if-gt if-le", Branches);
        AddAll(infos, DexOpcode.IfEqz, F21t, "if-eqz if-nez if-ltz if-gez if-gtz if-lez", Branches);
    }

    private static void AddMemory(DexOpcodeInfo[] infos)
    {
        string[] kinds = ["", "-wide", "-object", "-boolean", "-byte", "-char", "-short"];
        for (ushort i = 0; i < kinds.Length; i++)
        {
            Add(infos, DexOpcode.Aget + i, F23x, $"aget{kinds[i]}", CanThrow);
            Add(infos, DexOpcode.Aput + i, F23x, $"aput{kinds[i]}", CanThrow);
            Add(infos, DexOpcode.Iget + i, F22c, $"iget{kinds[i]}", CanThrow, DexIndexKind.Field);
            Add(infos, DexOpcode.Iput + i, F22c, $"iput{kinds[i]}", CanThrow, DexIndexKind.Field);
            Add(infos, DexOpcode.Sget + i, F21c, $"sget{kinds[i]}", CanThrow, DexIndexKind.Field);
            Add(infos, DexOpcode.Sput + i, F21c, $"sput{kinds[i]}", CanThrow, DexIndexKind.Field);
        }
    }

    private static void AddCalls(DexOpcodeInfo[] infos)
    {
        string[] kinds = ["virtual", "super", "direct", "static", "interface"];
        for (ushort i = 0; i < kinds.Length; i++)
        {
            Add(infos, DexOpcode.InvokeVirtual + i, F35c, $"invoke-{kinds[i]}", CanThrow | SetsResult, Method);
            Add(infos, DexOpcode.InvokeVirtualRange + i, F3rc, $"invoke-{kinds[i]}/range", CanThrow | SetsResult, Method);
        }

        Add(infos, DexOpcode.InvokePolymorphic, F45cc, "invoke-polymorphic", CanThrow | SetsResult, MethodAndProto);
        Add(infos, DexOpcode.InvokePolymorphicRange, F4rcc, "invoke-polymorphic/range", CanThrow | SetsResult, MethodAndProto);
        Add(infos, DexOpcode.InvokeCustom, F35c, "invoke-custom", CanThrow | SetsResult, CallSite);
        Add(infos, DexOpcode.InvokeCustomRange, F3rc, "invoke-custom/range", CanThrow | SetsResult, CallSite);
    }

    private static void AddArithmetic(DexOpcodeInfo[] infos)
    {
        AddAll(infos, DexOpcode.NegInt, F12x,
            "neg-int not-int neg-long not-long neg-float neg-double int-to-long int-to-float int-to-double long-to-int long-to-float "
            + "long-to-double float-to-int float-to-long float-to-double double-to-int double-to-long double-to-float int-to-byte int-to-char int-to-short");
        string[] integral = ["add", "sub", "mul", "div", "rem", "and", "or", "xor", "shl", "shr", "ushr"];
        for (ushort i = 0; i < integral.Length; i++)
        {
            var flags = integral[i] is "div" or "rem" ? CanThrow : DexOpcodeFlags.None;
            Add(infos, DexOpcode.AddInt + i, F23x, $"{integral[i]}-int", flags);
            Add(infos, DexOpcode.AddLong + i, F23x, $"{integral[i]}-long", flags);
            Add(infos, DexOpcode.AddInt2addr + i, F12x, $"{integral[i]}-int/2addr", flags);
            Add(infos, DexOpcode.AddLong2addr + i, F12x, $"{integral[i]}-long/2addr", flags);
            Add(infos, DexOpcode.AddIntLit8 + i, F22b, i == 1 ? "rsub-int/lit8" : $"{integral[i]}-int/lit8", flags);
            if (i < 8)
                Add(infos, DexOpcode.AddIntLit16 + i, F22s, i == 1 ? "rsub-int" : $"{integral[i]}-int/lit16", flags);
        }

        for (ushort i = 0; i < 5; i++)
        {
            Add(infos, DexOpcode.AddFloat + i, F23x, $"{integral[i]}-float");
            Add(infos, DexOpcode.AddDouble + i, F23x, $"{integral[i]}-double");
            Add(infos, DexOpcode.AddFloat2addr + i, F12x, $"{integral[i]}-float/2addr");
            Add(infos, DexOpcode.AddDouble2addr + i, F12x, $"{integral[i]}-double/2addr");
        }
    }

    private static void AddAll(DexOpcodeInfo[] infos, DexOpcode first, DexFormat format, string names, DexOpcodeFlags flags = DexOpcodeFlags.None)
    {
        var next = first;
        foreach (var name in names.Split(' '))
            Add(infos, next++, format, name, flags);
    }

    private static void Add(
        DexOpcodeInfo[] infos, DexOpcode opcode, DexFormat format, string name,
        DexOpcodeFlags flags = DexOpcodeFlags.None, DexIndexKind index = DexIndexKind.None) =>
        infos[(int)opcode] = new DexOpcodeInfo(name, format, index, flags);
}
