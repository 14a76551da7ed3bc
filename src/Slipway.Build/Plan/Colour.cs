using System.Globalization;
using Slipway.Build.Plan.Css;

namespace Slipway.Build.Plan;

/// <summary>A colour as Android writes it: alpha, red, green, blue, a byte each.</summary>
/// <param name="Argb">For example 0xFF1F6FEB.</param>
public readonly record struct Colour(uint Argb)
{
    /// <summary>Opaque white.</summary>
    public static Colour White { get; } = new(0xFFFFFFFF);

    /// <summary>
    /// Reads <c>#RGB</c>, <c>#ARGB</c>, <c>#RRGGBB</c>, <c>#AARRGGBB</c>, the same with <c>0x</c>, a whole number as Android stores colours,
    /// and the named and functional colours of CSS.
    /// </summary>
    public static bool TryParse(string text, out Colour colour)
    {
        var digits = text.StartsWith('#') ? text[1..] : text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : null;
        var found = digits is not null ? Hexadecimal(digits)
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Number(number)
            : CssColour.Parse(text);
        colour = found ?? default;
        return found is not null;
    }

    /// <summary>Reads three, four, six or eight hexadecimal digits; in the short forms each digit counts twice. Returns null for anything else.</summary>
    internal static Colour? Hexadecimal(string digits)
    {
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _))
            return null;
        var all = digits.Length is 3 or 4 ? string.Concat(digits.Select(d => $"{d}{d}")) : digits;
        var value = uint.Parse(all, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return all.Length switch
        {
            6 => new Colour(0xFF000000 | value),
            8 => new Colour(value),
            _ => null,
        };
    }

    private static Colour? Number(long number) => number is >= int.MinValue and <= uint.MaxValue ? new Colour(unchecked((uint)number)) : null;

    /// <summary>Returns the colour as <c>#AARRGGBB</c>.</summary>
    public override string ToString() => $"#{Argb:X8}";
}
