using System.Collections.Concurrent;

namespace Slipway.Formats.Dex.Verification;

/// <summary>
/// The hierarchy of types: looks up classes in the DEX, then in the library, then in <see cref="KnownTypes"/>. Checks that depend on
/// an unknown class are lenient, like those of the runtime for unresolved types.
/// </summary>
internal sealed class TypeHierarchy
{
    /// <summary>Limit on the length of a chain of superclasses; real chains have fewer than thirty.</summary>
    private const int DeepestChain = 200;

    private readonly ConcurrentDictionary<string, TypeNode?> _nodes = new();
    private readonly Func<string, DexLibraryType?>? _library;

    public TypeHierarchy(IEnumerable<DexFile> files, Func<string, DexLibraryType?>? library = null)
    {
        _library = library;
        foreach (var definition in files.SelectMany(file => file.Classes))
            _nodes.TryAdd(definition.Type, new TypeNode(definition));
    }

    public TypeNode? Find(string type) => _nodes.GetOrAdd(
        type,
        static (name, library) => (library?.Invoke(name) ?? KnownTypes.All.GetValueOrDefault(name)) is { } found ? new TypeNode(found) : null,
        _library);

    /// <summary>
    /// Whether the runtime's verifier accepts a reference of one type where another is required. Interfaces accept every reference.
    /// </summary>
    public bool Accepts(string? to, string? from) =>
        to is null || from is null || ReferenceEquals(to, from) || Relate(to, from) != TypeRelation.No || Find(to) is { IsInterface: true };

    /// <summary>Whether <paramref name="from"/> is <paramref name="to"/> or a subtype of it.</summary>
    public TypeRelation Relate(string to, string from)
    {
        if (to == from || to == KnownTypes.Object)
            return TypeRelation.Yes;

        if (to.StartsWith('['))
            return from.StartsWith('[') && IsReference(to, 1) && IsReference(from, 1) ? Relate(to[1..], from[1..]) : TypeRelation.No;

        if (from.StartsWith('['))
        {
            return to is "Ljava/lang/Cloneable;" or "Ljava/io/Serializable;" ? TypeRelation.Yes
                : Find(to) is null ? TypeRelation.Unknown : TypeRelation.No;
        }

        var target = Find(to);
        var search = new SupertypeSearch(this, to, DeepestChain);
        var relation = search.From(from);
        return relation == TypeRelation.No && target is null ? TypeRelation.Unknown : relation;
    }

    /// <summary>Returns the closest common supertype; null when it cannot be determined.</summary>
    public string? Join(string? first, string? second)
    {
        if (first == KnownTypes.Object || second == KnownTypes.Object)
            return KnownTypes.Object;

        if (first is null || second is null || first == second)
            return first == second ? first : null;

        var up = Relate(first, second);
        var down = up == TypeRelation.Yes ? up : Relate(second, first);
        return up == TypeRelation.Yes ? first
            : down == TypeRelation.Yes ? second
            : first.StartsWith('[') && second.StartsWith('[') ? JoinArrays(first, second)
            : up == TypeRelation.Unknown || down == TypeRelation.Unknown ? null
            : JoinClasses(first, second);
    }

    /// <summary>Returns the definition of a method as the runtime resolves it; null when it is not in the DEX or cannot be determined.</summary>
    public DexMethod? FindMethod(string owner, string name, string descriptor) =>
        Climb(owner, node => node.Method(name, descriptor));

    /// <summary>Returns the definition of a field as the runtime resolves it; null when it is not in the DEX or cannot be determined.</summary>
    public DexField? FindField(string owner, string name, string type) => Climb(owner, node => node.Field(name, type));

    private static bool IsReference(string descriptor, int at) => descriptor.Length > at && descriptor[at] is 'L' or '[';

    private string? JoinArrays(string first, string second)
    {
        if (!IsReference(first, 1) || !IsReference(second, 1))
            return KnownTypes.Object;

        return Join(first[1..], second[1..]) is { } component ? "[" + component : null;
    }

    private string? JoinClasses(string first, string second)
    {
        if (first.StartsWith('[') || second.StartsWith('[') || Find(first) is { IsInterface: true } || Find(second) is { IsInterface: true })
            return KnownTypes.Object;

        var above = first;
        for (var depth = 0; depth < DeepestChain && Find(above)?.Super is { } super; depth++, above = super)
        {
            var relation = Relate(super, second);
            if (relation != TypeRelation.No)
                return relation == TypeRelation.Yes ? super : null;
        }

        return null;
    }

    private T? Climb<T>(string owner, Func<TypeNode, T?> pick)
        where T : class
    {
        var interfaces = new Queue<string>();
        var name = owner;
        for (var depth = 0; depth < DeepestChain && name is not null && Find(name) is { } node; depth++, name = node.Super)
        {
            if (pick(node) is { } found)
                return found;

            node.Interfaces.ToList().ForEach(interfaces.Enqueue);
        }

        for (var step = 0; step < DeepestChain && interfaces.TryDequeue(out var type); step++)
        {
            if (Find(type) is { } node)
            {
                if (pick(node) is { } found)
                    return found;

                node.Interfaces.ToList().ForEach(interfaces.Enqueue);
            }
        }

        return null;
    }
}

/// <summary>Whether one type is a subtype of another, as far as the known classes allow an answer.</summary>
internal enum TypeRelation
{
    No,
    Unknown,
    Yes,
}
