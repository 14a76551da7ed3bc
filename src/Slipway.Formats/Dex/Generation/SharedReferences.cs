using System.Collections.Concurrent;

namespace Slipway.Formats.Dex.Generation;

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
