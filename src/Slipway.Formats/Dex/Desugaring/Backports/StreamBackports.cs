using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>Streams of bytes, characters and objects, and methods with a Charset parameter.</summary>
internal static class StreamBackports
{
    private const string Input = "java/io/InputStream";
    private const string Bytes = "java/io/ByteArrayOutputStream";

    private static readonly string[] Inputs =
    [
        "java/io/ByteArrayInputStream", "java/io/FileInputStream", "java/io/FilterInputStream", "java/io/BufferedInputStream",
        "java/io/DataInputStream", "java/io/PushbackInputStream", "java/io/ObjectInputStream", "java/io/SequenceInputStream",
        "java/util/zip/GZIPInputStream", "java/util/zip/InflaterInputStream", "java/util/zip/ZipInputStream", "java/util/jar/JarInputStream",
    ];

    public static void AddTo(BackportTable table)
    {
        table.Virtual(33, Input, Inputs, "readAllBytes", "()[B", c => c
            .ALoad(0).Constant(int.MaxValue).InvokeVirtual(Input, "readNBytes", "(I)[B").Return(JvmType.Object));
        table.Virtual(33, Input, Inputs, "readNBytes", "(I)[B", ReadCount);
        table.Virtual(33, Input, Inputs, "readNBytes", "([BII)I", ReadInto);
        table.Virtual(33, Input, Inputs, "transferTo", "(Ljava/io/OutputStream;)J", c => Transfer(c, Input, "[B", 8, "java/io/OutputStream"));
        table.Virtual(33, "java/io/Reader", ["java/io/BufferedReader", "java/io/InputStreamReader", "java/io/FileReader", "java/io/StringReader"],
            "transferTo", "(Ljava/io/Writer;)J", c => Transfer(c, "java/io/Reader", "[C", 5, "java/io/Writer"));
        table.Virtual(33, Bytes, "toString", "(Ljava/nio/charset/Charset;)Ljava/lang/String;", c => c
            .ALoad(0).ALoad(1).InvokeVirtual("java/nio/charset/Charset", "name", "()Ljava/lang/String;")
            .InvokeVirtual(Bytes, "toString", "(Ljava/lang/String;)Ljava/lang/String;").Return(JvmType.Text));
        table.Virtual(33, Bytes, "writeBytes", "([B)V", c => c
            .ALoad(0).ALoad(1).Int(0).ALoad(1).Op(JvmOpcode.Arraylength).InvokeVirtual(Bytes, "write", "([BII)V").Return("V"));
        table.Static(33, "java/net/URLDecoder", "decode", "(Ljava/lang/String;Ljava/nio/charset/Charset;)Ljava/lang/String;", c => ByName(c, "java/net/URLDecoder", "decode"));
        table.Static(33, "java/net/URLEncoder", "encode", "(Ljava/lang/String;Ljava/nio/charset/Charset;)Ljava/lang/String;", c => ByName(c, "java/net/URLEncoder", "encode"));
        table.Virtual(34, "java/util/stream/Stream", "toList", "()Ljava/util/List;", c => c
            .New("java/util/ArrayList").Op(JvmOpcode.Dup)
            .ALoad(0).InvokeInterface("java/util/stream/Stream", "toArray", "()[Ljava/lang/Object;")
            .InvokeStatic("java/util/Arrays", "asList", "([Ljava/lang/Object;)Ljava/util/List;")
            .InvokeSpecial("java/util/ArrayList", "<init>", "(Ljava/util/Collection;)V")
            .InvokeStatic("java/util/Collections", "unmodifiableList", "(Ljava/util/List;)Ljava/util/List;").Return(JvmType.Object));
        table.Static(34, "java/util/stream/Stream", "ofNullable", "(Ljava/lang/Object;)Ljava/util/stream/Stream;", StreamOfNullable);
        table.Virtual(31, "java/time/Duration", "toSeconds", "()J", c => c
            .ALoad(0).InvokeVirtual("java/time/Duration", "getSeconds", "()J").Return("J"));
        table.Static(33, "java/lang/Thread", "onSpinWait", "()V", c => c.Return("V"));
    }

    private static void ByName(CodeBuilder c, string owner, string name) => c
        .ALoad(0).ALoad(1).InvokeVirtual("java/nio/charset/Charset", "name", "()Ljava/lang/String;")
        .InvokeStatic(owner, name, "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;").Return(JvmType.Text);

    private static void ReadCount(CodeBuilder c)
    {
        const int bufferSize = 8192;
        var (result, buffer, read) = (c.NewLocal(JvmType.Object), c.NewLocal(JvmType.Object), c.NewLocal("I"));
        var (fine, next, done) = (new CodeLabel(), new CodeLabel(), new CodeLabel());
        c.ILoad(1).Branch(JvmOpcode.Ifge, fine)
            .Throw("java/lang/IllegalArgumentException", "len < 0")
            .Place(fine).New(Bytes).Op(JvmOpcode.Dup).InvokeSpecial(Bytes, "<init>", "()V").AStore(result)
            .Int(bufferSize).NewPrimitiveArray(8).AStore(buffer)
            .Place(next).ILoad(1).Branch(JvmOpcode.Ifle, done)
            .ALoad(0).ALoad(buffer).Int(0).Int(bufferSize).ILoad(1).InvokeStatic("java/lang/Math", "min", "(II)I")
            .InvokeVirtual(Input, "read", "([BII)I").IStore(read)
            .ILoad(read).Branch(JvmOpcode.Iflt, done)
            .ALoad(result).ALoad(buffer).Int(0).ILoad(read).InvokeVirtual(Bytes, "write", "([BII)V")
            .ILoad(1).ILoad(read).Op(JvmOpcode.Isub).IStore(1).Goto(next)
            .Place(done).ALoad(result).InvokeVirtual(Bytes, "toByteArray", "()[B").Return(JvmType.Object);
    }

    private static void ReadInto(CodeBuilder c)
    {
        var (total, read) = (c.NewLocal("I"), c.NewLocal("I"));
        var (next, done) = (new CodeLabel(), new CodeLabel());
        c.ILoad(2).ILoad(3).ALoad(1).Op(JvmOpcode.Arraylength)
            .InvokeStatic("java/util/Objects", "checkFromIndexSize", "(III)I").Op(JvmOpcode.Pop).Int(0).IStore(total)
            .Place(next).ILoad(total).ILoad(3).Branch(JvmOpcode.IfIcmpge, done)
            .ALoad(0).ALoad(1).ILoad(2).ILoad(total).Op(JvmOpcode.Iadd).ILoad(3).ILoad(total).Op(JvmOpcode.Isub)
            .InvokeVirtual(Input, "read", "([BII)I").IStore(read)
            .ILoad(read).Branch(JvmOpcode.Iflt, done)
            .ILoad(total).ILoad(read).Op(JvmOpcode.Iadd).IStore(total).Goto(next)
            .Place(done).ILoad(total).Return("I");
    }

    private static void Transfer(CodeBuilder c, string source, string buffered, int elementCode, string sink)
    {
        var (buffer, read, total) = (c.NewLocal(JvmType.Object), c.NewLocal("I"), c.NewLocal("J"));
        var (next, done) = (new CodeLabel(), new CodeLabel());
        c.ALoad(1).NotNull().Op(JvmOpcode.Pop).Constant(0L).Store("J", total).Int(8192).NewPrimitiveArray(elementCode).AStore(buffer)
            .Place(next).ALoad(0).ALoad(buffer).Int(0).Int(8192).InvokeVirtual(source, "read", $"({buffered}II)I").IStore(read)
            .ILoad(read).Branch(JvmOpcode.Iflt, done)
            .ALoad(1).ALoad(buffer).Int(0).ILoad(read).InvokeVirtual(sink, "write", $"({buffered}II)V")
            .Load("J", total).ILoad(read).Op(JvmOpcode.I2l).Op(JvmOpcode.Ladd).Store("J", total).Goto(next)
            .Place(done).Load("J", total).Return("J");
    }

    private static void StreamOfNullable(CodeBuilder c)
    {
        const string stream = "java/util/stream/Stream";
        var absent = new CodeLabel();
        c.ALoad(0).Branch(JvmOpcode.Ifnull, absent)
            .ALoad(0).Invoke(JvmOpcode.Invokestatic, new(stream, "of", "(Ljava/lang/Object;)Ljava/util/stream/Stream;", true)).Return(JvmType.Object)
            .Place(absent).Invoke(JvmOpcode.Invokestatic, new(stream, "empty", "()Ljava/util/stream/Stream;", true)).Return(JvmType.Object);
    }
}
