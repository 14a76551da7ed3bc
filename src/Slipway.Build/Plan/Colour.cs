using System.Globalization;

namespace Slipway.Build.Plan;

/// <summary>A colour as Android writes it: alpha, red, green, blue, a byte each.</summary>
/// <param name="Argb">For example 0xFF1F6FEB.</param>
public readonly record struct Colour(uint Argb)
{
    /// <summary>Opaque white.</summary>
    public static Colour White { get; } = new(0xFFFFFFFF);

    /// <summary>Reads <c>#RGB</c>, <c>#RRGGBB</c>, <c>#AARRGGBB</c>, the same with <c>0x</c>, and the names white, black and transparent.</summary>
    public static bool TryParse(string text, out Colour colour)
    {
        colour = text.ToLowerInvariant() switch
        {
            "white" => White,
            "black" => new Colour(0xFF000000),
            _ => default,
        };
        if (colour != default || text.Equals("transparent", StringComparison.OrdinalIgnoreCase))
            return true;
        var digits = text.StartsWith('#') ? text[1..] : text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : "";
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        switch (digits.Length)
        {
            case 3:
                colour = new Colour(0xFF000000 | (value >> 8 & 0xF) * 0x110000 | (value >> 4 & 0xF) * 0x1100 | (value & 0xF) * 0x11);
                return true;
            case 6:
                colour = new Colour(0xFF000000 | value);
                return true;
            case 8:
                colour = new Colour(value);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The form <c>#AARRGGBB</c>.</summary>
    public override string ToString() => $"#{Argb:X8}";
}
