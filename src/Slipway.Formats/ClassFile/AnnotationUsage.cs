namespace Slipway.Formats.ClassFile;

/// <summary>An annotation as used (JVMS 4.7.16).</summary>
/// <param name="Type">Type descriptor of the annotation interface.</param>
/// <param name="IsRuntimeVisible">Whether it came from a RuntimeVisible attribute.</param>
/// <param name="Elements">Elements in file order.</param>
public sealed record AnnotationUsage(string Type, bool IsRuntimeVisible, IReadOnlyList<KeyValuePair<string, ElementValue>> Elements);

/// <summary>A value of an annotation's element (JVMS 4.7.16.1).</summary>
public abstract record ElementValue
{
    /// <summary>A primitive or a string.</summary>
    /// <param name="Tag">One of <c>B C D F I J S Z s</c>.</param>
    /// <param name="Value">
    /// <see cref="int"/> for B C I S Z, otherwise <see cref="long"/>, <see cref="float"/>, <see cref="double"/>,
    /// <see cref="string"/>.
    /// </param>
    public sealed record Constant(char Tag, object Value) : ElementValue;

    /// <summary>An enum constant.</summary>
    /// <param name="Type">Type descriptor of the enum.</param>
    /// <param name="Name">Name of the constant.</param>
    public sealed record EnumConstant(string Type, string Name) : ElementValue;

    /// <summary>A class literal.</summary>
    /// <param name="Descriptor">Return descriptor: a type descriptor or <c>V</c>.</param>
    public sealed record ClassLiteral(string Descriptor) : ElementValue;

    /// <summary>A nested annotation.</summary>
    /// <param name="Annotation">The annotation.</param>
    public sealed record Nested(AnnotationUsage Annotation) : ElementValue;

    /// <summary>An array.</summary>
    /// <param name="Values">Its elements.</param>
    public sealed record Array(IReadOnlyList<ElementValue> Values) : ElementValue;
}
