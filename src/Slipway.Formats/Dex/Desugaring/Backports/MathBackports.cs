using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>java.lang.Math and the same methods of StrictMath; the results are exact, so both classes share the code.</summary>
internal static class MathBackports
{
    public static void AddTo(BackportTable table)
    {
        foreach (var owner in (string[])["java/lang/Math", "java/lang/StrictMath"])
            AddTo(table, owner);
    }

    private static void AddTo(BackportTable table, string owner)
    {
        table.Static(31, owner, "multiplyFull", "(II)J", c => c.ILoad(0).Op(JvmOpcode.I2l).ILoad(1).Op(JvmOpcode.I2l).Op(JvmOpcode.Lmul).Return("J"));
        table.Static(31, owner, "multiplyHigh", "(JJ)J", MultiplyHigh);
        table.Static(31, owner, "multiplyExact", "(JI)J", c => WithLong(c, owner, "multiplyExact").Return("J"));
        table.Static(31, owner, "floorDiv", "(JI)J", c => WithLong(c, owner, "floorDiv").Return("J"));
        table.Static(31, owner, "floorMod", "(JI)I", c => WithLong(c, owner, "floorMod").Op(JvmOpcode.L2i).Return("I"));
        table.Static(34, owner, "absExact", "(I)I", c => AbsExact(c, "I", int.MinValue, "Overflow to represent absolute value of Integer.MIN_VALUE"));
        table.Static(34, owner, "absExact", "(J)J", c => AbsExact(c, "J", long.MinValue, "Overflow to represent absolute value of Long.MIN_VALUE"));
    }

    private static CodeBuilder WithLong(CodeBuilder c, string owner, string name) =>
        c.Load("J", 0).ILoad(2).Op(JvmOpcode.I2l).InvokeStatic(owner, name, "(JJ)J");

    private static void AbsExact(CodeBuilder c, string type, object least, string message)
    {
        var fine = new CodeLabel();
        c.Load(type, 0).Constant(least);
        if (type == "J")
            c.Op(JvmOpcode.Lcmp).Branch(JvmOpcode.Ifne, fine);
        else
            c.Branch(JvmOpcode.IfIcmpne, fine);
        c.Throw("java/lang/ArithmeticException", message)
            .Place(fine).Load(type, 0).InvokeStatic("java/lang/Math", "abs", $"({type}){type}").Return(type);
    }

    /// <summary>The high half of a 128-bit product, from four products of 32-bit halves.</summary>
    private static void MultiplyHigh(CodeBuilder c)
    {
        const long low = 0xffffffffL;
        var (xLow, yLow, middle) = (c.NewLocal("J"), c.NewLocal("J"), c.NewLocal("J"));
        c.Load("J", 0).Constant(low).Op(JvmOpcode.Land).Store("J", xLow)
            .Load("J", 2).Constant(low).Op(JvmOpcode.Land).Store("J", yLow);
        High(c, 0).Load("J", yLow).Op(JvmOpcode.Lmul)
            .Load("J", xLow).Load("J", yLow).Op(JvmOpcode.Lmul).Int(32).Op(JvmOpcode.Lushr).Op(JvmOpcode.Ladd).Store("J", middle);
        High(c, 2).Load("J", xLow).Op(JvmOpcode.Lmul)
            .Load("J", middle).Constant(low).Op(JvmOpcode.Land).Op(JvmOpcode.Ladd).Int(32).Op(JvmOpcode.Lshr);
        High(c, middle).Op(JvmOpcode.Ladd);
        High(High(c, 0), 2).Op(JvmOpcode.Lmul).Op(JvmOpcode.Ladd).Return("J");
    }

    private static CodeBuilder High(CodeBuilder c, int slot) => c.Load("J", slot).Int(32).Op(JvmOpcode.Lshr);
}
