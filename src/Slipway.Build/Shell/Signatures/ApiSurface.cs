using Slipway.Formats;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell.Signatures;

/// <summary>The types of one or more signature texts; a later text may continue a type of an earlier one.</summary>
internal sealed class ApiSurface
{
    private readonly Dictionary<string, ApiType> _byName = [];
    private readonly List<ApiType> _types = [];

    public IReadOnlyList<ApiType> Types => _types;

    public ApiType? Find(string internalName) => _byName.GetValueOrDefault(internalName);

    /// <exception cref="MalformedInputException">A text does not follow the format.</exception>
    public void Add(string text, string? name = null)
    {
        foreach (var type in ApiTextReader.Read(text, name))
        {
            if (_byName.TryAdd(type.Name, type))
                _types.Add(type);
            else
                _byName[type.Name].Members.AddRange(type.Members);
        }
    }
}

/// <summary>A class, interface, enum or annotation of the platform's API.</summary>
internal sealed class ApiType
{
    /// <summary>Internal name: <c>android/webkit/WebChromeClient$FileChooserParams</c>.</summary>
    public required string Name { get; init; }

    public required ApiTypeKind Kind { get; init; }

    public required int Access { get; init; }

    /// <summary>API level that introduced it; 1 when not marked.</summary>
    public required int Since { get; init; }

    public bool IsDeprecated { get; init; }

    public IReadOnlyList<AnnotationUsage> Annotations { get; init; } = [];

    public IReadOnlyList<TypeParameter> TypeParameters { get; init; } = [];

    public TypeUse? Super { get; init; }

    public IReadOnlyList<TypeUse> Interfaces { get; init; } = [];

    public List<ApiMember> Members { get; } = [];

    /// <summary>Internal name of the class that this is a member of; null at top level.</summary>
    public string? Outer => Name.LastIndexOf('$') is > 0 and var at ? Name[..at] : null;

    public string SimpleName => Name[(Name.LastIndexOfAny(['$', '/']) + 1)..];

    public bool IsInner => Outer is not null && Kind == ApiTypeKind.Class && (Access & StubAccessFlags.Static) == 0;
}

internal enum ApiTypeKind
{
    Class,
    Interface,
    Enum,
    Annotation,
}

/// <summary>A constructor, method or field of the platform's API.</summary>
internal sealed class ApiMember
{
    public required ApiMemberKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Flags as written, without those that an interface implies.</summary>
    public required int Access { get; init; }

    /// <summary>API level that introduced it; 1 when not marked.</summary>
    public required int Since { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Whether an interface's method has the modifier <c>default</c>.</summary>
    public bool IsDefault { get; init; }

    public IReadOnlyList<TypeParameter> TypeParameters { get; init; } = [];

    /// <summary>Type of a field or return type of a method; void for a constructor.</summary>
    public required TypeUse Type { get; init; }

    public IReadOnlyList<TypeUse> Parameters { get; init; } = [];

    public IReadOnlyList<TypeUse> Throws { get; init; } = [];

    /// <summary>A field's constant, of one of the types of <see cref="JavaField.ConstantValue"/>.</summary>
    public object? Constant { get; init; }

    /// <summary>Default of an annotation's element.</summary>
    public ElementValue? Default { get; init; }
}

internal enum ApiMemberKind
{
    Constructor,
    Method,
    Field,
    EnumConstant,
}
