using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>Unsigned arithmetic of 32 bits and fewer, and parsing of parts of a text.</summary>
internal static class IntegerBackports
{
    private const string Owner = "java/lang/Integer";

    public static void AddTo(BackportTable table)
    {
        table.Static(26, Owner, "compareUnsigned", "(II)I", c => c
            .ILoad(0).Constant(int.MinValue).Op(JvmOpcode.Iadd).ILoad(1).Constant(int.MinValue).Op(JvmOpcode.Iadd)
            .InvokeStatic(Owner, "compare", "(II)I").Return("I"));
        table.Static(26, Owner, "toUnsignedLong", "(I)J", c => Widened(c, 0).Return("J"));
        table.Static(26, Owner, "divideUnsigned", "(II)I", c => Widened(Widened(c, 0), 1).Op(JvmOpcode.Ldiv).Op(JvmOpcode.L2i).Return("I"));
        table.Static(26, Owner, "remainderUnsigned", "(II)I", c => Widened(Widened(c, 0), 1).Op(JvmOpcode.Lrem).Op(JvmOpcode.L2i).Return("I"));
        table.Static(26, Owner, "toUnsignedString", "(I)Ljava/lang/String;", c => Widened(c, 0)
            .InvokeStatic("java/lang/Long", "toString", "(J)Ljava/lang/String;").Return(JvmType.Text));
        table.Static(26, Owner, "toUnsignedString", "(II)Ljava/lang/String;", c => Widened(c, 0)
            .ILoad(1).InvokeStatic("java/lang/Long", "toString", "(JI)Ljava/lang/String;").Return(JvmType.Text));
        table.Static(26, Owner, "parseUnsignedInt", "(Ljava/lang/String;)I", c => c
            .ALoad(0).Int(10).InvokeStatic(Owner, "parseUnsignedInt", "(Ljava/lang/String;I)I").Return("I"));
        table.Static(26, Owner, "parseUnsignedInt", "(Ljava/lang/String;I)I", ParseUnsigned);
        AddNarrow(table, "java/lang/Byte", "B", 0xff);
        AddNarrow(table, "java/lang/Short", "S", 0xffff);
        AddParsing(table, Owner, "parseInt", "I", 33);
        AddParsing(table, Owner, "parseUnsignedInt", "I", 33);
        AddParsing(table, "java/lang/Long", "parseLong", "J", 33);
        AddParsing(table, "java/lang/Long", "parseUnsignedLong", "J", 33);
    }

    private static void AddNarrow(BackportTable table, string owner, string type, int mask)
    {
        table.Static(26, owner, "toUnsignedInt", $"({type})I", c => c.ILoad(0).Int(mask).Op(JvmOpcode.Iand).Return("I"));
        table.Static(26, owner, "toUnsignedLong", $"({type})J", c => c.ILoad(0).Int(mask).Op(JvmOpcode.Iand).Op(JvmOpcode.I2l).Return("J"));
        table.Static(31, owner, "compareUnsigned", $"({type}{type})I", c => c
            .ILoad(0).Int(mask).Op(JvmOpcode.Iand).ILoad(1).Int(mask).Op(JvmOpcode.Iand).Op(JvmOpcode.Isub).Return("I"));
    }

    private static void AddParsing(BackportTable table, string owner, string name, string type, int since) =>
        table.Static(since, owner, name, $"(Ljava/lang/CharSequence;III){type}", c => c
            .ALoad(0).ILoad(1).ILoad(2).InvokeInterface("java/lang/CharSequence", "subSequence", "(II)Ljava/lang/CharSequence;")
            .InvokeInterface("java/lang/CharSequence", "toString", "()Ljava/lang/String;")
            .ILoad(3).InvokeStatic(owner, name, $"(Ljava/lang/String;I){type}").Return(type));

    private static CodeBuilder Widened(CodeBuilder c, int slot) =>
        c.ILoad(slot).Op(JvmOpcode.I2l).Constant(0xffffffffL).Op(JvmOpcode.Land);

    private static void ParseUnsigned(CodeBuilder c)
    {
        var value = c.NewLocal("J");
        var bad = new CodeLabel();
        c.ALoad(0).ILoad(1).InvokeStatic("java/lang/Long", "parseLong", "(Ljava/lang/String;I)J").Store("J", value)
            .Load("J", value).Int(32).Op(JvmOpcode.Lshr).Constant(0L).Op(JvmOpcode.Lcmp).Branch(JvmOpcode.Ifne, bad)
            .Load("J", value).Op(JvmOpcode.L2i).Return("I")
            .Place(bad).Throw("java/lang/NumberFormatException", "String value ", (JvmType.Text, 0), " exceeds range of unsigned int.");
    }
}
