namespace Slipway.Formats.Dex;

/// <summary>An encoded_value (dex-format, "encoded_value encoding").</summary>
public abstract record DexValue
{
    /// <summary>A primitive. The descriptor says which: <c>B S C I J F D Z</c>.</summary>
    /// <param name="Kind">Primitive type character.</param>
    /// <param name="Bits">Integral value, or the raw bits of a float or double.</param>
    public sealed record Primitive(char Kind, long Bits) : DexValue;

    /// <summary>A string.</summary>
    /// <param name="Value">The string.</param>
    public sealed record Text(string Value) : DexValue;

    /// <summary>A class.</summary>
    /// <param name="Descriptor">Type descriptor.</param>
    public sealed record TypeLiteral(string Descriptor) : DexValue;

    /// <summary>A field.</summary>
    /// <param name="Reference">The field.</param>
    public sealed record Field(DexFieldReference Reference) : DexValue;

    /// <summary>A method.</summary>
    /// <param name="Reference">The method.</param>
    public sealed record Method(DexMethodReference Reference) : DexValue;

    /// <summary>An enum constant.</summary>
    /// <param name="Reference">The static field that holds it.</param>
    public sealed record EnumConstant(DexFieldReference Reference) : DexValue;

    /// <summary>A method type (dex 039).</summary>
    /// <param name="Descriptor">Method descriptor.</param>
    public sealed record MethodType(string Descriptor) : DexValue;

    /// <summary>A method handle (dex 038).</summary>
    /// <param name="Handle">The handle.</param>
    public sealed record MethodHandle(DexMethodHandle Handle) : DexValue;

    /// <summary>An array.</summary>
    /// <param name="Values">Its elements.</param>
    public sealed record Array(IReadOnlyList<DexValue> Values) : DexValue;

    /// <summary>A nested annotation.</summary>
    /// <param name="AnnotationType">Type descriptor.</param>
    /// <param name="Elements">Its elements.</param>
    public sealed record Annotation(string AnnotationType, IReadOnlyList<KeyValuePair<string, DexValue>> Elements) : DexValue;

    /// <summary>null.</summary>
    public sealed record Null : DexValue;
}

/// <summary>Type codes of encoded values (dex-format, "Value formats").</summary>
internal enum DexValueType
{
    Byte = 0x00,
    Short = 0x02,
    Char = 0x03,
    Int = 0x04,
    Long = 0x06,
    Float = 0x10,
    Double = 0x11,
    MethodType = 0x15,
    MethodHandle = 0x16,
    String = 0x17,
    Type = 0x18,
    Field = 0x19,
    Method = 0x1a,
    Enum = 0x1b,
    Array = 0x1c,
    Annotation = 0x1d,
    Null = 0x1e,
    Boolean = 0x1f,
}

/// <summary>An annotation (dex-format, annotation_item).</summary>
/// <param name="Visibility">Its visibility.</param>
/// <param name="Type">Type descriptor.</param>
/// <param name="Elements">Elements; the writer sorts them by name.</param>
public sealed record DexAnnotation(DexVisibility Visibility, string Type, IReadOnlyList<KeyValuePair<string, DexValue>> Elements);

/// <summary>Visibility of an annotation (dex-format, annotation_item).</summary>
public enum DexVisibility
{
    /// <summary>Visible only at build time.</summary>
    Build = 0,

    /// <summary>Visible to reflection.</summary>
    Runtime = 1,

    /// <summary>Visible only to the runtime itself (dalvik.annotation).</summary>
    System = 2,
}
