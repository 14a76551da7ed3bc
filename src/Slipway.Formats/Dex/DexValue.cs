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
