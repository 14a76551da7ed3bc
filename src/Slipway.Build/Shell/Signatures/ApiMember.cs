using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell.Signatures;

/// <summary>A constructor, method or field of the platform's API.</summary>
internal sealed class ApiMember
{
    public required ApiMemberKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Flags as written; what an interface implies is not added.</summary>
    public required int Access { get; init; }

    /// <summary>API level that introduced it; 1 when not marked.</summary>
    public required int Since { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>Whether <c>default</c> stands before an interface's method.</summary>
    public bool IsDefault { get; init; }

    public IReadOnlyList<TypeParameter> TypeParameters { get; init; } = [];

    /// <summary>Type of a field or result of a method; void of a constructor.</summary>
    public required TypeUse Type { get; init; }

    public IReadOnlyList<TypeUse> Parameters { get; init; } = [];

    public IReadOnlyList<TypeUse> Throws { get; init; } = [];

    /// <summary>A field's constant, in the types that <see cref="JavaField.ConstantValue"/> has.</summary>
    public object? Constant { get; init; }

    /// <summary>Default of an annotation's element.</summary>
    public ElementValue? Default { get; init; }
}
