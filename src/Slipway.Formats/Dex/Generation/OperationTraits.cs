using static Slipway.Formats.Dex.Generation.RegisterKind;

namespace Slipway.Formats.Dex.Generation;

/// <summary>The operands that an operation reads and writes. Source: source.android.com, "Dalvik bytecode".</summary>
/// <param name="A">Kind of vA.</param>
/// <param name="B">Kind of vB.</param>
/// <param name="C">Kind of vC.</param>
/// <param name="MaxRegister">Highest register that its operands can name: 15, 255 or 65535.</param>
/// <param name="Flags">Other properties.</param>
internal readonly record struct OperationTraits(RegisterKind A, RegisterKind B, RegisterKind C, int MaxRegister, OperationFlags Flags)
{
    private static readonly OperationTraits[] Table = Build();

    public bool WritesA => (Flags & OperationFlags.WritesA) != 0;

    public bool ReadsA => (Flags & OperationFlags.ReadsA) != 0;

    public bool CanThrow => (Flags & OperationFlags.CanThrow) != 0;

    /// <summary>Whether it can be removed when its result is unused.</summary>
    public bool IsPure => (Flags & OperationFlags.IsPure) != 0;

    public bool IsInvoke => (Flags & OperationFlags.IsInvoke) != 0;

    public static OperationTraits Of(DexOpcode opcode) => Table[(int)opcode];

    /// <summary>Returns the number of words of an operand.</summary>
    public static int Words(RegisterKind kind) => kind switch { None => 0, Wide => 2, _ => 1 };

    private static OperationTraits[] Build()
    {
        var table = new OperationTraits[256];
        void Set(DexOpcode opcode, OperationFlags flags, int maxRegister, RegisterKind a = None, RegisterKind b = None, RegisterKind c = None) =>
            table[(int)opcode] = new OperationTraits(a, b, c, maxRegister, flags);
        AddBasics(Set);
        AddObjects(Set);
        AddBranches(Set);
        AddMembers(Set);
        AddArithmetic(Set);
        AddConversions(Set);
        return table;
    }

    private delegate void Setter(DexOpcode opcode, OperationFlags flags, int maxRegister, RegisterKind a = None, RegisterKind b = None, RegisterKind c = None);

    private static void AddBasics(Setter set)
    {
        const OperationFlags pure = OperationFlags.WritesA | OperationFlags.IsPure;
        set(DexOpcode.Move, pure, 0xffff, Narrow, Narrow);
        set(DexOpcode.MoveWide, pure, 0xffff, Wide, Wide);
        set(DexOpcode.MoveObject, pure, 0xffff, RegisterKind.Object, RegisterKind.Object);
        set(DexOpcode.MoveResult, pure, 0xff, Narrow);
        set(DexOpcode.MoveResultWide, pure, 0xff, Wide);
        set(DexOpcode.MoveResultObject, pure, 0xff, RegisterKind.Object);
        set(DexOpcode.MoveException, pure, 0xff, RegisterKind.Object);
        set(DexOpcode.Const, pure, 0xff, Narrow);
        set(DexOpcode.ConstWide, pure, 0xff, Wide);
        set(DexOpcode.ReturnVoid, 0, 0xff);
        set(DexOpcode.Return, OperationFlags.ReadsA, 0xff, Narrow);
        set(DexOpcode.ReturnWide, OperationFlags.ReadsA, 0xff, Wide);
        set(DexOpcode.ReturnObject, OperationFlags.ReadsA, 0xff, RegisterKind.Object);
        set(DexOpcode.CmpLong, pure, 0xff, Narrow, Wide, Wide);
        set(DexOpcode.CmplFloat, pure, 0xff, Narrow, Narrow, Narrow);
        set(DexOpcode.CmpgFloat, pure, 0xff, Narrow, Narrow, Narrow);
        set(DexOpcode.CmplDouble, pure, 0xff, Narrow, Wide, Wide);
        set(DexOpcode.CmpgDouble, pure, 0xff, Narrow, Wide, Wide);
    }

    private static void AddObjects(Setter set)
    {
        const OperationFlags makes = OperationFlags.WritesA | OperationFlags.CanThrow;
        const OperationFlags reads = OperationFlags.ReadsA | OperationFlags.CanThrow;
        set(DexOpcode.ConstString, makes, 0xff, RegisterKind.Object);
        set(DexOpcode.ConstClass, makes, 0xff, RegisterKind.Object);
        set(DexOpcode.MonitorEnter, reads, 0xff, RegisterKind.Object);
        set(DexOpcode.MonitorExit, reads, 0xff, RegisterKind.Object);
        set(DexOpcode.CheckCast, reads | OperationFlags.WritesA, 0xff, RegisterKind.Object);
        set(DexOpcode.InstanceOf, makes, 0xf, Narrow, RegisterKind.Object);
        set(DexOpcode.ArrayLength, makes, 0xf, Narrow, RegisterKind.Object);
        set(DexOpcode.NewInstance, makes, 0xff, RegisterKind.Object);
        set(DexOpcode.NewArray, makes, 0xf, RegisterKind.Object, Narrow);
        set(DexOpcode.FilledNewArray, OperationFlags.CanThrow, 0xf);
        set(DexOpcode.FillArrayData, reads, 0xff, RegisterKind.Object);
        set(DexOpcode.Throw, reads, 0xff, RegisterKind.Object);
    }

    private static void AddBranches(Setter set)
    {
        set(DexOpcode.PackedSwitch, OperationFlags.ReadsA, 0xff, Narrow);
        set(DexOpcode.SparseSwitch, OperationFlags.ReadsA, 0xff, Narrow);
        for (var opcode = DexOpcode.IfEq; opcode <= DexOpcode.IfLe; opcode++)
            set(opcode, OperationFlags.ReadsA, 0xf, Narrow, Narrow);
        for (var opcode = DexOpcode.IfEqz; opcode <= DexOpcode.IfLez; opcode++)
            set(opcode, OperationFlags.ReadsA, 0xff, Narrow);
    }

    private static void AddMembers(Setter set)
    {
        const OperationFlags loads = OperationFlags.WritesA | OperationFlags.CanThrow;
        const OperationFlags stores = OperationFlags.ReadsA | OperationFlags.CanThrow;
        for (var i = 0; i < 7; i++)
        {
            var value = i switch { 1 => Wide, 2 => RegisterKind.Object, _ => Narrow };
            set(DexOpcode.Aget.Plus(i), loads, 0xff, value, RegisterKind.Object, Narrow);
            set(DexOpcode.Aput.Plus(i), stores, 0xff, value, RegisterKind.Object, Narrow);
            set(DexOpcode.Iget.Plus(i), loads, 0xf, value, RegisterKind.Object);
            set(DexOpcode.Iput.Plus(i), stores, 0xf, value, RegisterKind.Object);
            set(DexOpcode.Sget.Plus(i), loads, 0xff, value);
            set(DexOpcode.Sput.Plus(i), stores, 0xff, value);
        }
        for (var opcode = DexOpcode.InvokeVirtual; opcode <= DexOpcode.InvokeInterface; opcode++)
            set(opcode, OperationFlags.CanThrow | OperationFlags.IsInvoke, 0xf);
    }

    private static void AddArithmetic(Setter set)
    {
        const OperationFlags pure = OperationFlags.WritesA | OperationFlags.IsPure;
        const OperationFlags divides = OperationFlags.WritesA | OperationFlags.CanThrow;
        for (var i = 0; i < 11; i++)
        {
            var flags = i is 3 or 4 ? divides : pure;
            set(DexOpcode.AddInt.Plus(i), flags, 0xff, Narrow, Narrow, Narrow);
            set(DexOpcode.AddLong.Plus(i), flags, 0xff, Wide, Wide, i < 8 ? Wide : Narrow);
            set(DexOpcode.AddIntLit8.Plus(i), flags, 0xff, Narrow, Narrow);
        }
        for (var i = 0; i < 5; i++)
        {
            set(DexOpcode.AddFloat.Plus(i), pure, 0xff, Narrow, Narrow, Narrow);
            set(DexOpcode.AddDouble.Plus(i), pure, 0xff, Wide, Wide, Wide);
        }
    }

    private static void AddConversions(Setter set)
    {
        const string kinds = "IIJJFDIIIJJJFFFDDDIII"; // what is read, from neg-int on
        const string results = "IIJJFDJFDIFDIJDIJFIII"; // what is written
        for (var i = 0; i < kinds.Length; i++)
            set(DexOpcode.NegInt.Plus(i), OperationFlags.WritesA | OperationFlags.IsPure, 0xf, KindOf(results[i]), KindOf(kinds[i]));
    }

    private static RegisterKind KindOf(char type) => type is 'J' or 'D' ? Wide : Narrow;
}

/// <summary>Properties of an operation.</summary>
[Flags]
internal enum OperationFlags : byte
{
    /// <summary>No property.</summary>
    None = 0,

    /// <summary>vA is a result.</summary>
    WritesA = 1,

    /// <summary>vA is an operand.</summary>
    ReadsA = 2,

    /// <summary>The operation can throw into a handler; its result is not written then.</summary>
    CanThrow = 4,

    /// <summary>Its only effect is writing its result.</summary>
    IsPure = 8,

    /// <summary>The operation calls a method.</summary>
    IsInvoke = 16,
}
