using System.Globalization;
using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>
/// Reads numbers, units, colours and booleans from text into the encodings of <c>Res_value</c>: a complex number has 24 bits of mantissa, two of
/// radix and four of unit (androidfw/ResourceTypes.h, <c>COMPLEX_*</c>).
/// </summary>
internal static class NumberText
{
    private static readonly (string Name, uint Code)[] Lengths = [("px", 0), ("dip", 1), ("dp", 1), ("sp", 2), ("pt", 3), ("in", 4), ("mm", 5)];

    public static TypedValue? Boolean(string text) => text switch
    {
        "true" or "TRUE" or "True" => TypedValue.Boolean(true),
        "false" or "FALSE" or "False" => TypedValue.Boolean(false),
        _ => null,
    };

    public static TypedValue? Integer(string text)
    {
        var negative = text.StartsWith('-');
        var digits = text.AsSpan(negative ? 1 : 0);
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return uint.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
                ? new TypedValue(TypedValueKind.Hexadecimal, negative ? 0u - bits : bits)
                : null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && !text.StartsWith('+') ? TypedValue.Integer(value) : null;
    }

    public static TypedValue? Color(string text)
    {
        if (!text.StartsWith('#') || !uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return null;

        return text.Length switch
        {
            4 => new TypedValue(TypedValueKind.ColorRgb4, 0xFF000000 | Spread(value)),
            5 => new TypedValue(TypedValueKind.ColorArgb4, Spread(value)),
            7 => new TypedValue(TypedValueKind.ColorRgb8, 0xFF000000 | value),
            9 => new TypedValue(TypedValueKind.ColorArgb8, value),
            _ => null,
        };
    }

    /// <summary>Reads a number without a unit, with a unit of length, or with <c>%</c> or <c>%p</c>.</summary>
    public static TypedValue? Float(string text)
    {
        var end = text.Length;
        while (end > 0 && (char.IsAsciiLetter(text[end - 1]) || text[end - 1] == '%'))
            end--;

        var unit = text[end..];
        if (!float.TryParse(text.AsSpan(0, end), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            || !float.IsFinite(value))
        {
            return null;
        }

        if (unit.Length == 0)
            return new TypedValue(TypedValueKind.Float, BitConverter.SingleToUInt32Bits(value));

        if (unit is "%" or "%p")
            return new TypedValue(TypedValueKind.Fraction, Complex(value / 100) | (unit == "%" ? 0u : 1u));

        foreach ((var name, var code) in Lengths)
        {
            if (name == unit)
                return new TypedValue(TypedValueKind.Dimension, Complex(value) | code);
        }

        return null;
    }

    private static uint Spread(uint nibbles) =>
        ((nibbles & 0xF000) << 12 | (nibbles & 0x0F00) << 8 | (nibbles & 0x00F0) << 4 | (nibbles & 0x000F)) * 0x11;

    /// <summary>The mantissa is a fixed-point number with 23 bits after the point, shifted to keep as many bits as fit.</summary>
    private static uint Complex(float value)
    {
        var negative = value < 0;
        var bits = (ulong)((Math.Abs(value) * (double)(1 << 23)) + 0.5);
        (var radix, var shift) =
            (bits & 0x7FFFFF) == 0 ? (0u, 23)
            : (bits & 0xFFFFFFFFFF800000) == 0 ? (3u, 0)
            : (bits & 0xFFFFFFFF80000000) == 0 ? (2u, 8)
            : (bits & 0xFFFFFF8000000000) == 0 ? (1u, 16)
            : (0u, 23);
        var mantissa = (int)((bits >> shift) & 0xFFFFFF);
        return ((uint)(negative ? -mantissa : mantissa) & 0xFFFFFF) << 8 | radix << 4;
    }
}
