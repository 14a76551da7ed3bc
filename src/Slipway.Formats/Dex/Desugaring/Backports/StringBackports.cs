using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>java.lang.String and related classes.</summary>
internal static class StringBackports
{
    private const string Text = "java/lang/String";
    private const string ToText = "()Ljava/lang/String;";

    public static void AddTo(BackportTable table)
    {
        table.Virtual(33, Text, "isBlank", "()Z", IsBlank);
        table.Virtual(33, Text, "strip", ToText, c => c
            .ALoad(0).InvokeVirtual(Text, "stripTrailing", ToText).InvokeVirtual(Text, "stripLeading", ToText).Return(JvmType.Text));
        table.Virtual(33, Text, "stripLeading", ToText, c => c
            .ALoad(0).ALoad(0).Internal("firstInk", "(Ljava/lang/String;)I")
            .InvokeVirtual(Text, "substring", "(I)Ljava/lang/String;").Return(JvmType.Text));
        table.Virtual(33, Text, "stripTrailing", ToText, c => c
            .ALoad(0).Int(0).ALoad(0).Internal("endOfInk", "(Ljava/lang/String;)I")
            .InvokeVirtual(Text, "substring", "(II)Ljava/lang/String;").Return(JvmType.Text));
        table.Static(int.MaxValue, BackportTable.Internal, "firstInk", "(Ljava/lang/String;)I", FirstInk);
        table.Static(int.MaxValue, BackportTable.Internal, "endOfInk", "(Ljava/lang/String;)I", EndOfInk);
        table.Virtual(33, Text, "repeat", "(I)Ljava/lang/String;", Repeat);
        table.Virtual(33, Text, "lines", "()Ljava/util/stream/Stream;", c => c
            .New("java/io/BufferedReader").Op(JvmOpcode.Dup)
            .New("java/io/StringReader").Op(JvmOpcode.Dup).ALoad(0).InvokeSpecial("java/io/StringReader", "<init>", "(Ljava/lang/String;)V")
            .InvokeSpecial("java/io/BufferedReader", "<init>", "(Ljava/io/Reader;)V")
            .InvokeVirtual("java/io/BufferedReader", "lines", "()Ljava/util/stream/Stream;").Return(JvmType.Object));
        table.Virtual(34, Text, "formatted", "([Ljava/lang/Object;)Ljava/lang/String;", c => c
            .ALoad(0).ALoad(1).InvokeStatic(Text, "format", "(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;").Return(JvmType.Text));
        table.Virtual(34, Text, "transform", "(Ljava/util/function/Function;)Ljava/lang/Object;", c => c
            .ALoad(1).ALoad(0).InvokeInterface("java/util/function/Function", "apply", "(Ljava/lang/Object;)Ljava/lang/Object;").Return(JvmType.Object));
        table.Static(26, Text, "join", "(Ljava/lang/CharSequence;[Ljava/lang/CharSequence;)Ljava/lang/String;", c => c
            .ALoad(0).ALoad(1).InvokeStatic("java/util/Arrays", "asList", "([Ljava/lang/Object;)Ljava/util/List;")
            .InvokeStatic(Text, "join", "(Ljava/lang/CharSequence;Ljava/lang/Iterable;)Ljava/lang/String;").Return(JvmType.Text));
        table.Static(26, Text, "join", "(Ljava/lang/CharSequence;Ljava/lang/Iterable;)Ljava/lang/String;", Join);
        table.Virtual(35, "java/lang/CharSequence", ["java/lang/StringBuilder", "java/lang/StringBuffer"], "isEmpty", "()Z", IsEmpty);
        table.Virtual(34, "java/lang/StringBuilder", "compareTo", "(Ljava/lang/StringBuilder;)I", c => c
            .ALoad(0).InvokeVirtual("java/lang/StringBuilder", "toString", ToText)
            .ALoad(1).InvokeVirtual("java/lang/StringBuilder", "toString", ToText)
            .InvokeVirtual(Text, "compareTo", "(Ljava/lang/String;)I").Return("I"));
    }

    private static void IsBlank(CodeBuilder c)
    {
        var ink = new CodeLabel();
        c.ALoad(0).Internal("firstInk", "(Ljava/lang/String;)I").ALoad(0).InvokeVirtual(Text, "length", "()I").Branch(JvmOpcode.IfIcmpne, ink)
            .Int(1).Return("I").Place(ink).Int(0).Return("I");
    }

    private static void IsEmpty(CodeBuilder c)
    {
        var filled = new CodeLabel();
        c.ALoad(0).InvokeInterface("java/lang/CharSequence", "length", "()I").Branch(JvmOpcode.Ifne, filled)
            .Int(1).Return("I").Place(filled).Int(0).Return("I");
    }

    /// <summary>Index of the first character that is not white space; the length when there is none.</summary>
    private static void FirstInk(CodeBuilder c)
    {
        var (at, point) = (c.NewLocal("I"), c.NewLocal("I"));
        var (next, done) = (new CodeLabel(), new CodeLabel());
        c.Int(0).IStore(at)
            .Place(next).ILoad(at).ALoad(0).InvokeVirtual(Text, "length", "()I").Branch(JvmOpcode.IfIcmpge, done)
            .ALoad(0).ILoad(at).InvokeVirtual(Text, "codePointAt", "(I)I").IStore(point)
            .ILoad(point).InvokeStatic("java/lang/Character", "isWhitespace", "(I)Z").Branch(JvmOpcode.Ifeq, done)
            .ILoad(at).ILoad(point).InvokeStatic("java/lang/Character", "charCount", "(I)I").Op(JvmOpcode.Iadd).IStore(at)
            .Goto(next).Place(done).ILoad(at).Return("I");
    }

    /// <summary>Index after the last character that is not white space; 0 when there is none.</summary>
    private static void EndOfInk(CodeBuilder c)
    {
        var (at, point) = (c.NewLocal("I"), c.NewLocal("I"));
        var (next, done) = (new CodeLabel(), new CodeLabel());
        c.ALoad(0).InvokeVirtual(Text, "length", "()I").IStore(at)
            .Place(next).ILoad(at).Branch(JvmOpcode.Ifle, done)
            .ALoad(0).ILoad(at).InvokeVirtual(Text, "codePointBefore", "(I)I").IStore(point)
            .ILoad(point).InvokeStatic("java/lang/Character", "isWhitespace", "(I)Z").Branch(JvmOpcode.Ifeq, done)
            .ILoad(at).ILoad(point).InvokeStatic("java/lang/Character", "charCount", "(I)I").Op(JvmOpcode.Isub).IStore(at)
            .Goto(next).Place(done).ILoad(at).Return("I");
    }

    private static void Repeat(CodeBuilder c)
    {
        const string builder = "java/lang/StringBuilder";
        var (fine, next, done) = (new CodeLabel(), new CodeLabel(), new CodeLabel());
        var result = c.NewLocal(JvmType.Object);
        c.ILoad(1).Branch(JvmOpcode.Ifge, fine)
            .Throw("java/lang/IllegalArgumentException", "count is negative: ", ("I", 1))
            .Place(fine).New(builder).Op(JvmOpcode.Dup).InvokeSpecial(builder, "<init>", "()V").AStore(result)
            .Place(next).ILoad(1).Branch(JvmOpcode.Ifle, done)
            .ALoad(result).ALoad(0).InvokeVirtual(builder, "append", "(Ljava/lang/String;)Ljava/lang/StringBuilder;").Op(JvmOpcode.Pop)
            .Increment(1, -1).Goto(next)
            .Place(done).ALoad(result).InvokeVirtual(builder, "toString", ToText).Return(JvmType.Text);
    }

    private static void Join(CodeBuilder c)
    {
        const string joiner = "java/util/StringJoiner";
        const string iterator = "java/util/Iterator";
        var (result, items) = (c.NewLocal(JvmType.Object), c.NewLocal(JvmType.Object));
        var (next, done) = (new CodeLabel(), new CodeLabel());
        c.New(joiner).Op(JvmOpcode.Dup).ALoad(0).InvokeSpecial(joiner, "<init>", "(Ljava/lang/CharSequence;)V").AStore(result)
            .ALoad(1).InvokeInterface("java/lang/Iterable", "iterator", "()Ljava/util/Iterator;").AStore(items)
            .Place(next).ALoad(items).InvokeInterface(iterator, "hasNext", "()Z").Branch(JvmOpcode.Ifeq, done)
            .ALoad(result).ALoad(items).InvokeInterface(iterator, "next", "()Ljava/lang/Object;").Cast("java/lang/CharSequence")
            .InvokeVirtual(joiner, "add", "(Ljava/lang/CharSequence;)Ljava/util/StringJoiner;").Op(JvmOpcode.Pop)
            .Goto(next).Place(done).ALoad(result).InvokeVirtual(joiner, "toString", ToText).Return(JvmType.Text);
    }
}
