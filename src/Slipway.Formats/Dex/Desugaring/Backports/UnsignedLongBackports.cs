using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>Unsigned arithmetic of java.lang.Long.</summary>
internal static class UnsignedLongBackports
{
    private const string Owner = "java/lang/Long";
    private const string Big = "java/math/BigInteger";

    public static void AddTo(BackportTable table)
    {
        table.Static(26, Owner, "compareUnsigned", "(JJ)I", c => c
            .Load("J", 0).Constant(long.MinValue).Op(JvmOpcode.Ladd).Load("J", 2).Constant(long.MinValue).Op(JvmOpcode.Ladd)
            .Op(JvmOpcode.Lcmp).Return("I"));
        table.Static(26, Owner, "divideUnsigned", "(JJ)J", Divide);
        table.Static(26, Owner, "remainderUnsigned", "(JJ)J", c => c
            .Load("J", 0).Load("J", 0).Load("J", 2).InvokeStatic(Owner, "divideUnsigned", "(JJ)J")
            .Load("J", 2).Op(JvmOpcode.Lmul).Op(JvmOpcode.Lsub).Return("J"));
        table.Static(26, Owner, "toUnsignedString", "(J)Ljava/lang/String;", c => c
            .Load("J", 0).Int(10).InvokeStatic(Owner, "toUnsignedString", "(JI)Ljava/lang/String;").Return(JvmType.Text));
        table.Static(26, Owner, "toUnsignedString", "(JI)Ljava/lang/String;", ToText);
        table.Static(26, Owner, "parseUnsignedLong", "(Ljava/lang/String;)J", c => c
            .ALoad(0).Int(10).InvokeStatic(Owner, "parseUnsignedLong", "(Ljava/lang/String;I)J").Return("J"));
        table.Static(26, Owner, "parseUnsignedLong", "(Ljava/lang/String;I)J", Parse);
    }

    /// <summary>Divides half of the dividend and doubles the quotient, which is then at most one too small.</summary>
    private static void Divide(CodeBuilder c)
    {
        var quotient = c.NewLocal("J");
        var (smallDivisor, smallDividend, less, exact) = (new CodeLabel(), new CodeLabel(), new CodeLabel(), new CodeLabel());
        c.Load("J", 2).Constant(0L).Op(JvmOpcode.Lcmp).Branch(JvmOpcode.Ifge, smallDivisor)
            .Load("J", 0).Load("J", 2).InvokeStatic(Owner, "compareUnsigned", "(JJ)I").Branch(JvmOpcode.Iflt, less)
            .Constant(1L).Return("J")
            .Place(less).Constant(0L).Return("J")
            .Place(smallDivisor).Load("J", 0).Constant(0L).Op(JvmOpcode.Lcmp).Branch(JvmOpcode.Ifge, smallDividend)
            .Load("J", 0).Int(1).Op(JvmOpcode.Lushr).Load("J", 2).Op(JvmOpcode.Ldiv).Int(1).Op(JvmOpcode.Lshl).Store("J", quotient)
            .Load("J", 0).Load("J", quotient).Load("J", 2).Op(JvmOpcode.Lmul).Op(JvmOpcode.Lsub)
            .Load("J", 2).InvokeStatic(Owner, "compareUnsigned", "(JJ)I").Branch(JvmOpcode.Iflt, exact)
            .Load("J", quotient).Constant(1L).Op(JvmOpcode.Ladd).Return("J")
            .Place(exact).Load("J", quotient).Return("J")
            .Place(smallDividend).Load("J", 0).Load("J", 2).Op(JvmOpcode.Ldiv).Return("J");
    }

    private static void ToText(CodeBuilder c)
    {
        var high = new CodeLabel();
        c.Load("J", 0).Constant(0L).Op(JvmOpcode.Lcmp).Branch(JvmOpcode.Iflt, high)
            .Load("J", 0).ILoad(2).InvokeStatic(Owner, "toString", "(JI)Ljava/lang/String;").Return(JvmType.Text)
            .Place(high).GetStatic(new(Big, "ONE", "Ljava/math/BigInteger;")).Int(64).InvokeVirtual(Big, "shiftLeft", "(I)Ljava/math/BigInteger;")
            .Load("J", 0).InvokeStatic(Big, "valueOf", "(J)Ljava/math/BigInteger;")
            .InvokeVirtual(Big, "add", "(Ljava/math/BigInteger;)Ljava/math/BigInteger;")
            .ILoad(2).InvokeVirtual(Big, "toString", "(I)Ljava/lang/String;").Return(JvmType.Text);
    }

    private static void Parse(CodeBuilder c)
    {
        var value = c.NewLocal(JvmType.Object);
        var bad = new CodeLabel();
        c.New(Big).Op(JvmOpcode.Dup).ALoad(0).ILoad(1).InvokeSpecial(Big, "<init>", "(Ljava/lang/String;I)V").AStore(value)
            .ALoad(0).Constant("-").InvokeVirtual("java/lang/String", "startsWith", "(Ljava/lang/String;)Z").Branch(JvmOpcode.Ifne, bad)
            .ALoad(value).InvokeVirtual(Big, "bitLength", "()I").Int(64).Branch(JvmOpcode.IfIcmpgt, bad)
            .ALoad(value).InvokeVirtual(Big, "longValue", "()J").Return("J")
            .Place(bad).Throw("java/lang/NumberFormatException", "String value ", (JvmType.Text, 0), " exceeds range of unsigned long.");
    }
}
