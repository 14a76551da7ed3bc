using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>
/// Immutable lists and sets, and Collection.toArray(IntFunction). The collections wrap those of java.util: they refuse null and
/// duplicates on creation, but unlike the originals return false from <c>contains(null)</c>.
/// </summary>
internal static class CollectionBackports
{
    private const string List = "java/util/List";
    private const string Set = "java/util/Set";
    private const string Collection = "java/util/Collection";
    private const string Hash = "java/util/LinkedHashSet";
    private const string OfArray = "([Ljava/lang/Object;)L";

    private static readonly string[] Collections =
    [
        "java/util/List", "java/util/Set", "java/util/Queue", "java/util/Deque", "java/util/SortedSet", "java/util/NavigableSet",
        "java/util/ArrayList", "java/util/LinkedList", "java/util/HashSet", "java/util/LinkedHashSet", "java/util/TreeSet",
        "java/util/ArrayDeque", "java/util/PriorityQueue", "java/util/Vector",
    ];

    public static void AddTo(BackportTable table)
    {
        for (var count = 0; count <= 10; count++)
        {
            var size = count;
            table.Static(30, List, "of", Descriptor(List, count), c => OfElements(c, List, size));
            table.Static(30, Set, "of", Descriptor(Set, count), c => OfElements(c, Set, size));
        }

        table.Static(30, List, "of", OfArray + List + ";", ListOfArray);
        table.Static(30, Set, "of", OfArray + Set + ";", SetOfArray);
        table.Static(31, List, "copyOf", "(Ljava/util/Collection;)Ljava/util/List;", c => c
            .ALoad(0).InvokeInterface(Collection, "toArray", "()[Ljava/lang/Object;")
            .InvokeStatic(List, "of", OfArray + List + ";").Return(JvmType.Object));
        table.Static(31, Set, "copyOf", "(Ljava/util/Collection;)Ljava/util/Set;", SetCopyOf);
        table.Virtual(33, Collection, Collections, "toArray", "(Ljava/util/function/IntFunction;)[Ljava/lang/Object;", c => c
            .ALoad(0).ALoad(1).Int(0).InvokeInterface("java/util/function/IntFunction", "apply", "(I)Ljava/lang/Object;")
            .Cast("[Ljava/lang/Object;")
            .InvokeInterface(Collection, "toArray", "([Ljava/lang/Object;)[Ljava/lang/Object;").Return(JvmType.Object));
    }

    private static string Descriptor(string owner, int parameters) =>
        $"({string.Concat(Enumerable.Repeat(JvmType.Object, parameters))})L{owner};";

    private static void OfElements(CodeBuilder c, string owner, int count)
    {
        c.Int(count).NewArray("java/lang/Object");
        for (var i = 0; i < count; i++)
            c.Op(JvmOpcode.Dup).Int(i).ALoad(i).Op(JvmOpcode.Aastore);
        c.InvokeStatic(owner, "of", $"{OfArray}{owner};").Return(JvmType.Object);
    }

    private static void ListOfArray(CodeBuilder c)
    {
        var copy = c.NewLocal(JvmType.Object);
        c.New("java/util/ArrayList").Op(JvmOpcode.Dup).ALoad(0).Op(JvmOpcode.Arraylength)
            .InvokeSpecial("java/util/ArrayList", "<init>", "(I)V").AStore(copy);
        ForEach(c, item => c.ALoad(copy).ALoad(item).NotNull()
            .InvokeVirtual("java/util/ArrayList", "add", "(Ljava/lang/Object;)Z").Op(JvmOpcode.Pop));
        c.ALoad(copy).InvokeStatic("java/util/Collections", "unmodifiableList", "(Ljava/util/List;)Ljava/util/List;").Return(JvmType.Object);
    }

    private static void SetOfArray(CodeBuilder c)
    {
        var copy = c.NewLocal(JvmType.Object);
        c.New(Hash).Op(JvmOpcode.Dup).InvokeSpecial(Hash, "<init>", "()V").AStore(copy);
        ForEach(c, item =>
        {
            var added = new CodeLabel();
            c.ALoad(copy).ALoad(item).NotNull().InvokeVirtual(Hash, "add", "(Ljava/lang/Object;)Z").Branch(JvmOpcode.Ifne, added)
                .Throw("java/lang/IllegalArgumentException", "duplicate element: ", (JvmType.Object, item))
                .Place(added);
        });
        c.ALoad(copy).InvokeStatic("java/util/Collections", "unmodifiableSet", "(Ljava/util/Set;)Ljava/util/Set;").Return(JvmType.Object);
    }

    /// <summary>Set.copyOf allows duplicates in its argument, so they are removed before the set is made.</summary>
    private static void SetCopyOf(CodeBuilder c) => c
        .New(Hash).Op(JvmOpcode.Dup).ALoad(0).InvokeSpecial(Hash, "<init>", "(Ljava/util/Collection;)V")
        .InvokeVirtual(Hash, "toArray", "()[Ljava/lang/Object;")
        .InvokeStatic(Set, "of", OfArray + Set + ";").Return(JvmType.Object);

    /// <summary>Runs code for each element of the array in slot 0; the code gets the slot of the element.</summary>
    public static void ForEach(CodeBuilder c, Action<int> body)
    {
        var (index, item) = (c.NewLocal("I"), c.NewLocal(JvmType.Object));
        var (next, done) = (new CodeLabel(), new CodeLabel());
        c.Int(0).IStore(index)
            .Place(next).ILoad(index).ALoad(0).Op(JvmOpcode.Arraylength).Branch(JvmOpcode.IfIcmpge, done)
            .ALoad(0).ILoad(index).Op(JvmOpcode.Aaload).AStore(item);
        body(item);
        c.Increment(index, 1).Goto(next).Place(done);
    }
}
