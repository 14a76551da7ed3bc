using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell.Signatures;

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
