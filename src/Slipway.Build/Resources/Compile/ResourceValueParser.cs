using Slipway.Build.Resources.Framework;
using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>Converts text to typed values, as far as the formats of the attribute or resource allow.</summary>
internal static class ResourceValueParser
{
    /// <summary>Reads a value.</summary>
    /// <returns>The value; null when the text fits no format but may be a string.</returns>
    public static TypedValue? Parse(string text, AttributeFormats formats, IReadOnlyDictionary<string, uint>? names, Symbols symbols, SourcePlace place)
    {
        var trimmed = text.Trim();
        if (trimmed == "@null")
            return TypedValue.Undefined;

        if (trimmed == "@empty")
            return TypedValue.Empty;

        if (ReferenceText.Parse(trimmed) is { } reference)
            return reference.Resolve(symbols, place);

        return (Has(formats, AttributeFormats.Enum) ? Enum(trimmed, names) : null)
            ?? (Has(formats, AttributeFormats.Flags) ? Flags(trimmed, names) : null)
            ?? Primitive(trimmed, formats);
    }

    private static TypedValue? Primitive(string text, AttributeFormats formats)
    {
        var value =
            (Has(formats, AttributeFormats.Color) ? NumberText.Color(text) : null)
            ?? (Has(formats, AttributeFormats.Boolean) ? NumberText.Boolean(text) : null)
            ?? (Has(formats, AttributeFormats.Integer) ? NumberText.Integer(text) : null);
        if (value is not null || (formats & (AttributeFormats.Float | AttributeFormats.Dimension | AttributeFormats.Fraction)) == 0)
            return value;

        var number = NumberText.Float(text);
        return number?.Kind switch
        {
            TypedValueKind.Float when Has(formats, AttributeFormats.Float) => number,
            TypedValueKind.Dimension when Has(formats, AttributeFormats.Dimension) => number,
            TypedValueKind.Fraction when Has(formats, AttributeFormats.Fraction) => number,
            _ => null,
        };
    }

    private static TypedValue? Enum(string text, IReadOnlyDictionary<string, uint>? names) =>
        names is not null && names.TryGetValue(text, out var value) ? TypedValue.Integer((int)value) : null;

    private static TypedValue? Flags(string text, IReadOnlyDictionary<string, uint>? names)
    {
        uint bits = 0;
        foreach (var part in text.Length == 0 ? [] : text.Split('|', StringSplitOptions.TrimEntries))
        {
            if (names is null || !names.TryGetValue(part, out var value))
                return null;

            bits |= value;
        }

        return new TypedValue(TypedValueKind.Hexadecimal, bits);
    }

    private static bool Has(AttributeFormats formats, AttributeFormats wanted) => (formats & wanted) != 0;
}
