using System.Collections.Concurrent;
using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Information about the class for the translation of its methods.</summary>
internal sealed class ClassContext
{
    private const int AccPrivate = 0x2;
    private const int AccFinal = 0x10;
    private const int AccInterface = 0x200;

    private readonly Dictionary<(string Name, string Descriptor), JavaMethod> _methods = [];
    private readonly Dictionary<(string Owner, string Name, string Descriptor), DexMethodReference> _calls = [];
    private readonly Dictionary<(string Owner, string Name, string Descriptor), DexFieldReference> _fields = [];

    private readonly SharedReferences _shared;

    public ClassContext(JavaClass javaClass, DexOptions options, SharedReferences shared)
    {
        _shared = shared;
        Class = javaClass;
        Options = options;
        foreach (var method in javaClass.Methods)
            _methods.TryAdd((method.Name, method.Descriptor), method);
    }

    public JavaClass Class { get; }

    public DexOptions Options { get; }

    public bool IsInterface => (Class.Access & AccInterface) != 0;

    /// <summary>Returns the descriptor of a class constant, which is an internal name or already an array descriptor.</summary>
    public string TypeOf(string internalName) => _shared.TypeOf(internalName);

    /// <summary>Returns a method reference from the internal name of its class.</summary>
    public DexMethodReference Method(string owner, string name, string descriptor)
    {
        if (!_calls.TryGetValue((owner, name, descriptor), out var known))
            _calls.Add((owner, name, descriptor), known = _shared.Share(new DexMethodReference(TypeOf(owner), name, descriptor)));
        return known;
    }

    /// <summary>Returns a field reference from the internal name of its class.</summary>
    public DexFieldReference Field(MemberReference field)
    {
        var key = (field.Owner, field.Name, field.Descriptor);
        if (!_fields.TryGetValue(key, out var known))
            _fields.Add(key, known = _shared.Share(new DexFieldReference(TypeOf(field.Owner), field.Name, field.Descriptor)));
        return known;
    }

    /// <summary>Whether the class itself declares this method and declares it private.</summary>
    public bool DeclaresPrivate(MemberReference reference) =>
        Declared(reference) is { } method && (method.Access & AccPrivate) != 0;

    public bool Declares(MemberReference reference) => Declared(reference) is not null;

    /// <summary>Whether the class itself declares this method and no subclass can override it.</summary>
    public bool DeclaresFinal(MemberReference reference) =>
        Declared(reference) is { } method && ((method.Access | Class.Access) & AccFinal) != 0;

    private JavaMethod? Declared(MemberReference reference) =>
        reference.Owner == Class.Name ? _methods.GetValueOrDefault((reference.Name, reference.Descriptor)) : null;
}

/// <summary>Shares references in a whole program, one object for each name, because classes use the same types and members repeatedly.</summary>
internal sealed class SharedReferences
{
    private readonly ConcurrentDictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DexMethodReference, DexMethodReference> _methods = new();
    private readonly ConcurrentDictionary<DexFieldReference, DexFieldReference> _fields = new();

    /// <summary>Returns the descriptor of a class constant, which is an internal name or already an array descriptor.</summary>
    public string TypeOf(string internalName) => _types.GetOrAdd(internalName, TypeNames.Descriptor);

    public DexMethodReference Share(DexMethodReference method) => _methods.GetOrAdd(method, method);

    public DexFieldReference Share(DexFieldReference field) => _fields.GetOrAdd(field, field);
}
