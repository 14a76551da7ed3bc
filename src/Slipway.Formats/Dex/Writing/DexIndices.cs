namespace Slipway.Formats.Dex.Writing;

/// <summary>The identifier tables in the order that the format requires, with the index of each item.</summary>
internal sealed class DexIndices
{
    /// <summary>Limit on types, one less than 65536, because index 65535 means "none" in class definitions.</summary>
    public const int MaxTypes = 65535;

    /// <summary>Limit on prototypes, which have 16-bit indices.</summary>
    public const int MaxProtos = 65535;

    /// <summary>Limit on fields and on methods, which have 16-bit indices.</summary>
    public const int MaxMembers = 65536;

    private readonly Dictionary<string, int> _strings;
    private readonly Dictionary<string, int> _types;
    private readonly Dictionary<string, int> _protos;
    private readonly Dictionary<DexFieldReference, int> _fields;
    private readonly Dictionary<DexMethodReference, int> _methods;
    private readonly DexReferenceSet _references;

    public DexIndices(DexReferenceSet references)
    {
        _references = references;
        Check("types", references.Types.Count, MaxTypes);
        Check("prototypes", references.Protos.Count, MaxProtos);
        Check("fields", references.Fields.Count, MaxMembers);
        Check("methods", references.Methods.Count, MaxMembers);
        Check("method handles", references.MethodHandles.Count, MaxMembers);
        Check("call sites", references.CallSites.Count, MaxMembers);

        Strings = [.. references.Strings.Order(StringComparer.Ordinal)];
        _strings = Number(Strings, StringComparer.Ordinal);
        Types = SortBy(references.Types, String);
        _types = Number(Types, StringComparer.Ordinal);
        Protos = [.. references.Protos.Keys];
        Array.Sort(Protos, CompareProtos);
        _protos = Number(Protos, StringComparer.Ordinal);
        Fields = SortBy(references.Fields, f => Key(Type(f.Owner), String(f.Name), Type(f.Type)));
        _fields = Number(Fields);
        Methods = SortBy(references.Methods, m => Key(Type(m.Owner), String(m.Name), Proto(m.Descriptor)));
        _methods = Number(Methods);
    }

    public string[] Strings { get; }

    public string[] Types { get; }

    public string[] Protos { get; }

    public DexFieldReference[] Fields { get; }

    public DexMethodReference[] Methods { get; }

    public IReadOnlyCollection<DexMethodHandle> MethodHandles => _references.MethodHandles.Keys;

    public IReadOnlyCollection<DexCallSite> CallSites => _references.CallSites.Keys;

    public int String(string text) => _strings[text];

    public int Type(string descriptor) => _types[descriptor];

    public int Proto(string descriptor) => _protos[descriptor];

    public int Field(DexFieldReference field) => _fields[field];

    public int Method(DexMethodReference method) => _methods[method];

    public int MethodHandle(DexMethodHandle handle) => _references.MethodHandles[handle];

    public int CallSite(DexCallSite site) => _references.CallSites[site];

    public DexProto ProtoParts(string descriptor) => _references.Protos[descriptor];

    private static void Check(string what, int count, int limit)
    {
        if (count > limit)
            throw new DexLimitException(DexLimit.References, $"the classes name {count} {what}, and one file holds {limit}");
    }

    /// <summary>Members ascend by owner, then name, then type; owner and type fit 16 bits.</summary>
    private static ulong Key(int owner, int name, int type) => ((ulong)owner << 48) | ((ulong)(uint)name << 16) | (uint)type;

    private static T[] SortBy<T, TKey>(IReadOnlyCollection<T> items, Func<T, TKey> key)
    {
        var sorted = items.ToArray();
        var keys = Array.ConvertAll(sorted, item => key(item));
        Array.Sort(keys, sorted);
        return sorted;
    }

    private static Dictionary<T, int> Number<T>(T[] items, IEqualityComparer<T>? comparer = null)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>(items.Length, comparer);
        for (var i = 0; i < items.Length; i++)
            numbers.Add(items[i], i);
        return numbers;
    }

    private int CompareProtos(string left, string right)
    {
        var (a, b) = (ProtoParts(left), ProtoParts(right));
        var order = Type(a.Return).CompareTo(Type(b.Return));
        for (var i = 0; order == 0 && i < Math.Min(a.Parameters.Count, b.Parameters.Count); i++)
            order = Type(a.Parameters[i]).CompareTo(Type(b.Parameters[i]));
        return order != 0 ? order : a.Parameters.Count.CompareTo(b.Parameters.Count);
    }
}
