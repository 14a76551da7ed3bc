using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>Immutable maps: Map.of, ofEntries, entry and copyOf.</summary>
internal static class MapBackports
{
    private const string Map = "java/util/Map";
    private const string Hash = "java/util/LinkedHashMap";
    private const string Put = "put";
    private const string PutDescriptor = "(Ljava/util/Map;Ljava/lang/Object;Ljava/lang/Object;)V";

    public static void AddTo(BackportTable table)
    {
        for (var pairs = 0; pairs <= 10; pairs++)
        {
            var size = pairs;
            table.Static(30, Map, "of", $"({string.Concat(Enumerable.Repeat(JvmType.Object, 2 * pairs))})Ljava/util/Map;", c => Of(c, size));
        }

        table.Static(30, Map, "ofEntries", "([Ljava/util/Map$Entry;)Ljava/util/Map;", OfEntries);
        table.Static(30, Map, "entry", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/util/Map$Entry;", c => c
            .New("java/util/AbstractMap$SimpleImmutableEntry").Op(JvmOpcode.Dup)
            .ALoad(0).NotNull().ALoad(1).NotNull()
            .InvokeSpecial("java/util/AbstractMap$SimpleImmutableEntry", "<init>", "(Ljava/lang/Object;Ljava/lang/Object;)V").Return(JvmType.Object));
        table.Static(31, Map, "copyOf", "(Ljava/util/Map;)Ljava/util/Map;", c => c
            .ALoad(0).InvokeInterface(Map, "entrySet", "()Ljava/util/Set;")
            .Int(0).NewArray("java/util/Map$Entry")
            .InvokeInterface("java/util/Set", "toArray", "([Ljava/lang/Object;)[Ljava/lang/Object;").Cast("[Ljava/util/Map$Entry;")
            .InvokeStatic(Map, "ofEntries", "([Ljava/util/Map$Entry;)Ljava/util/Map;").Return(JvmType.Object));
        table.Static(int.MaxValue, BackportTable.Internal, Put, PutDescriptor, PutNew);
    }

    private static void Of(CodeBuilder c, int pairs)
    {
        var map = NewMap(c);
        for (var i = 0; i < pairs; i++)
            c.ALoad(map).ALoad(2 * i).ALoad((2 * i) + 1).Internal(Put, PutDescriptor);
        Finish(c, map);
    }

    private static void OfEntries(CodeBuilder c)
    {
        var map = NewMap(c);
        CollectionBackports.ForEach(c, item => c.ALoad(map)
            .ALoad(item).InvokeInterface("java/util/Map$Entry", "getKey", "()Ljava/lang/Object;")
            .ALoad(item).InvokeInterface("java/util/Map$Entry", "getValue", "()Ljava/lang/Object;")
            .Internal(Put, PutDescriptor));
        Finish(c, map);
    }

    private static void PutNew(CodeBuilder c)
    {
        var added = new CodeLabel();
        c.ALoad(0).ALoad(1).NotNull().ALoad(2).NotNull()
            .InvokeInterface(Map, "put", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;").Branch(JvmOpcode.Ifnull, added)
            .Throw("java/lang/IllegalArgumentException", "duplicate key: ", (JvmType.Object, 1))
            .Place(added).Return("V");
    }

    private static int NewMap(CodeBuilder c)
    {
        var map = c.NewLocal(JvmType.Object);
        c.New(Hash).Op(JvmOpcode.Dup).InvokeSpecial(Hash, "<init>", "()V").AStore(map);
        return map;
    }

    private static void Finish(CodeBuilder c, int map) =>
        c.ALoad(map).InvokeStatic("java/util/Collections", "unmodifiableMap", "(Ljava/util/Map;)Ljava/util/Map;").Return(JvmType.Object);
}
