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
