using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell.Signatures;

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
