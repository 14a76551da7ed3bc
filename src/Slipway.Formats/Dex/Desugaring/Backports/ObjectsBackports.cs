using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>java.util.Objects, java.lang.Character and java.util.function.Predicate.</summary>
internal static class ObjectsBackports
{
    private const string Owner = "java/util/Objects";
    private const string OutOfBounds = "java/lang/IndexOutOfBoundsException";

    public static void AddTo(BackportTable table)
    {
        table.Static(30, Owner, "requireNonNullElse", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;", RequireNonNullElse);
        table.Static(30, Owner, "requireNonNullElseGet", "(Ljava/lang/Object;Ljava/util/function/Supplier;)Ljava/lang/Object;", RequireNonNullElseGet);
        table.Static(30, Owner, "checkIndex", "(II)I", c => CheckIndex(c, "I"));
        table.Static(34, Owner, "checkIndex", "(JJ)J", c => CheckIndex(c, "J"));
        table.Static(30, Owner, "checkFromToIndex", "(III)I", CheckFromTo);
        table.Static(30, Owner, "checkFromIndexSize", "(III)I", CheckFromSize);
        table.Static(35, "java/lang/Character", "toString", "(I)Ljava/lang/String;", c => c
            .New("java/lang/String").Op(JvmOpcode.Dup)
            .ILoad(0).InvokeStatic("java/lang/Character", "toChars", "(I)[C")
            .InvokeSpecial("java/lang/String", "<init>", "([C)V").Return(JvmType.Text));
        table.Static(33, "java/util/function/Predicate", "not", "(Ljava/util/function/Predicate;)Ljava/util/function/Predicate;", c => c
            .ALoad(0).InvokeInterface("java/util/function/Predicate", "negate", "()Ljava/util/function/Predicate;").Return(JvmType.Object));
        table.Static(34, "java/lang/CharSequence", "compare", "(Ljava/lang/CharSequence;Ljava/lang/CharSequence;)I", CompareTexts);
    }

    private static void RequireNonNullElse(CodeBuilder c)
    {
        var useDefault = new CodeLabel();
        c.ALoad(0).Branch(JvmOpcode.Ifnull, useDefault).ALoad(0).Return(JvmType.Object)
            .Place(useDefault).NotNull(1, "defaultObj").Return(JvmType.Object);
    }

    private static void RequireNonNullElseGet(CodeBuilder c)
    {
        var useDefault = new CodeLabel();
        c.ALoad(0).Branch(JvmOpcode.Ifnull, useDefault).ALoad(0).Return(JvmType.Object)
            .Place(useDefault).NotNull(1, "supplier").Cast("java/util/function/Supplier")
            .InvokeInterface("java/util/function/Supplier", "get", "()Ljava/lang/Object;")
            .Constant("supplier.get()")
            .InvokeStatic(Owner, "requireNonNull", "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;").Return(JvmType.Object);
    }

    private static void CheckIndex(CodeBuilder c, string type)
    {
        var bad = new CodeLabel();
        var length = JvmType.Slots(type);
        if (type == "I")
            c.ILoad(0).Branch(JvmOpcode.Iflt, bad).ILoad(0).ILoad(length).Branch(JvmOpcode.IfIcmpge, bad);
        else
            c.Load(type, 0).Constant(0L).Op(JvmOpcode.Lcmp).Branch(JvmOpcode.Iflt, bad).Load(type, 0).Load(type, length).Op(JvmOpcode.Lcmp).Branch(JvmOpcode.Ifge, bad);
        c.Load(type, 0).Return(type)
            .Place(bad).Throw(OutOfBounds, "Index ", (type, 0), " out of bounds for length ", (type, length));
    }

    private static void CheckFromTo(CodeBuilder c)
    {
        var bad = new CodeLabel();
        c.ILoad(0).Branch(JvmOpcode.Iflt, bad)
            .ILoad(0).ILoad(1).Branch(JvmOpcode.IfIcmpgt, bad)
            .ILoad(1).ILoad(2).Branch(JvmOpcode.IfIcmpgt, bad)
            .ILoad(0).Return("I")
            .Place(bad).Throw(OutOfBounds, "Range [", ("I", 0), ", ", ("I", 1), ") out of bounds for length ", ("I", 2));
    }

    private static void CheckFromSize(CodeBuilder c)
    {
        var bad = new CodeLabel();
        c.ILoad(0).ILoad(1).Op(JvmOpcode.Ior).ILoad(2).Op(JvmOpcode.Ior).Branch(JvmOpcode.Iflt, bad)
            .ILoad(1).ILoad(2).ILoad(0).Op(JvmOpcode.Isub).Branch(JvmOpcode.IfIcmpgt, bad)
            .ILoad(0).Return("I")
            .Place(bad).Throw(OutOfBounds, "Range [", ("I", 0), ", ", ("I", 0), " + ", ("I", 1), ") out of bounds for length ", ("I", 2));
    }

    private static void CompareTexts(CodeBuilder c)
    {
        const string text = "java/lang/CharSequence";
        c.ALoad(0).InvokeInterface(text, "toString", "()Ljava/lang/String;")
            .ALoad(1).InvokeInterface(text, "toString", "()Ljava/lang/String;")
            .InvokeVirtual("java/lang/String", "compareTo", "(Ljava/lang/String;)I").Return("I");
    }
}
