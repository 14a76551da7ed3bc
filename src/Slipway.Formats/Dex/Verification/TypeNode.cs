namespace Slipway.Formats.Dex.Verification;

/// <summary>A known class of the hierarchy.</summary>
internal sealed class TypeNode
{
    private readonly Dictionary<(string Name, string Descriptor), DexMethod> _methods = [];
    private readonly Dictionary<(string Name, string Type), DexField> _fields = [];

    public TypeNode(DexClass definition)
    {
        Super = definition.Super;
        Interfaces = definition.Interfaces;
        IsInterface = (definition.Access & DexAccessFlags.Interface) != 0;
        Definition = definition;
        foreach (var method in definition.Methods)
            _methods.TryAdd((method.Reference.Name, method.Reference.Descriptor), method);

        foreach (var field in definition.Fields)
            _fields.TryAdd((field.Reference.Name, field.Reference.Type), field);
    }

    public TypeNode(DexLibraryType type)
    {
        Super = type.Super;
        Interfaces = type.Interfaces;
        IsInterface = type.IsInterface;
    }

    public string? Super { get; }

    public IReadOnlyList<string> Interfaces { get; }

    public bool IsInterface { get; }

    /// <summary>The definition; null when the class is not in the DEX.</summary>
    public DexClass? Definition { get; }

    public DexMethod? Method(string name, string descriptor) => _methods.GetValueOrDefault((name, descriptor));

    public DexField? Field(string name, string type) => _fields.GetValueOrDefault((name, type));
}
