namespace Slipway.Formats.Arsc;

/// <summary>A value of a resource or of an XML attribute (<c>Res_value</c>); a string carries its text.</summary>
/// <param name="Kind">The kind, which determines the meaning of the data.</param>
/// <param name="Data">The data; 0 for a string.</param>
/// <param name="Text">The text of a string; null for all other kinds.</param>
public readonly record struct TypedValue(TypedValueKind Kind, uint Data, StyledString? Text = null)
{
    /// <summary><c>@null</c>.</summary>
    public static TypedValue Undefined => new(TypedValueKind.Reference, 0);

    /// <summary><c>@empty</c>.</summary>
    public static TypedValue Empty => new(TypedValueKind.Null, 1);

    /// <summary>A string without styles.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public static TypedValue String(string text) => new(TypedValueKind.String, 0, new StyledString(text));

    /// <summary>A boolean.</summary>
    /// <param name="value">True or false.</param>
    /// <returns>The value.</returns>
    public static TypedValue Boolean(bool value) => new(TypedValueKind.Boolean, value ? uint.MaxValue : 0);

    /// <summary>A decimal integer.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static TypedValue Integer(int value) => new(TypedValueKind.Integer, (uint)value);

    /// <summary>A reference to a resource.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The value.</returns>
    public static TypedValue Reference(uint id) => new(TypedValueKind.Reference, id);
}

/// <summary>Kinds of a typed value (<c>Res_value::dataType</c>).</summary>
public enum TypedValueKind : byte
{
    /// <summary>Undefined (data 0) or empty (data 1).</summary>
    Null = 0x00,

    /// <summary>The id of a resource.</summary>
    Reference = 0x01,

    /// <summary>The id of a theme attribute.</summary>
    Attribute = 0x02,

    /// <summary>A string.</summary>
    String = 0x03,

    /// <summary>A single-precision number.</summary>
    Float = 0x04,

    /// <summary>A number with a unit of length.</summary>
    Dimension = 0x05,

    /// <summary>A fraction of a base value.</summary>
    Fraction = 0x06,

    /// <summary>The id of a resource whose package id is found at run time.</summary>
    DynamicReference = 0x07,

    /// <summary>The id of a theme attribute whose package id is found at run time.</summary>
    DynamicAttribute = 0x08,

    /// <summary>A decimal integer.</summary>
    Integer = 0x10,

    /// <summary>An integer written in hexadecimal; also enum and flag values.</summary>
    Hexadecimal = 0x11,

    /// <summary>True (all bits set) or false (0).</summary>
    Boolean = 0x12,

    /// <summary>A colour written as <c>#aarrggbb</c>.</summary>
    ColorArgb8 = 0x1c,

    /// <summary>A colour written as <c>#rrggbb</c>.</summary>
    ColorRgb8 = 0x1d,

    /// <summary>A colour written as <c>#argb</c>.</summary>
    ColorArgb4 = 0x1e,

    /// <summary>A colour written as <c>#rgb</c>.</summary>
    ColorRgb4 = 0x1f,
}

/// <summary>The eight bytes of <c>Res_value</c>: size, zero, kind, data.</summary>
internal static class TypedValueCodec
{
    public const int Size = 8;

    public static void Write(ChunkWriter writer, TypedValue value, StringPoolWriter strings)
    {
        writer.U16(Size);
        writer.U8(0);
        writer.U8((byte)value.Kind);
        writer.U32(value.Text is { } text ? (uint)strings.IndexOf(text) : value.Data);
    }

    public static TypedValue Read(ChunkReader chunk, long offset, StringPool strings) =>
        Create((TypedValueKind)chunk.U8(offset + 3), chunk.U32(offset + 4), strings);

    public static TypedValue Create(TypedValueKind kind, uint data, StringPool strings) =>
        kind == TypedValueKind.String ? new TypedValue(kind, 0, strings.Styled(data)) : new TypedValue(kind, data);
}
