namespace Slipway.Formats.Arsc;

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
