using System.Collections.Concurrent;

namespace Slipway.Formats.Dex.Generation;

/// <summary>What code names, one object for each name in a whole program: classes name the same types and members again and again.</summary>
internal sealed class SharedReferences
{
    private readonly ConcurrentDictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DexMethodReference, DexMethodReference> _methods = new();
    private readonly ConcurrentDictionary<DexFieldReference, DexFieldReference> _fields = new();

    /// <summary>The descriptor of a class constant, which is an internal name or already an array descriptor.</summary>
    public string TypeOf(string internalName) => _types.GetOrAdd(internalName, TypeNames.Descriptor);

    public DexMethodReference Share(DexMethodReference method) => _methods.GetOrAdd(method, method);

    public DexFieldReference Share(DexFieldReference field) => _fields.GetOrAdd(field, field);
}
