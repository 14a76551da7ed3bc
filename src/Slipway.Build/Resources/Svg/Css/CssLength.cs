using System.Globalization;

namespace Slipway.Build.Resources.Svg.Css;

/// <summary>Reads and writes CSS lengths and calculations with them.</summary>
internal static class CssLength
{
    /// <summary>Default font size.</summary>
    public const double RootSize = 16;

    private const int MostNesting = 8;
    private const double Largest = 1e9;

    private static readonly (string Name, double Pixels)[] Units =
        [("px", 1), ("pt", 96.0 / 72), ("pc", 16), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("q", 96 / 101.6), ("rem", RootSize)];

    /// <summary>Reads a length; returns null when the text is not one.</summary>
    /// <param name="text">A number with or without a unit, a percentage, or <c>calc()</c> of these.</param>
    /// <param name="whole">The length that 100 % means.</param>
    /// <param name="fontSize">The length that 1em means.</param>
    public static double? Parse(string text, double whole, double fontSize) => Parse(text.Trim().ToLowerInvariant(), whole, fontSize, 0);

    private static double? Parse(string text, double whole, double fontSize, int depth)
    {
        if (text.EndsWith(')'))
            return depth > MostNesting ? null : Function(text, whole, fontSize, depth);
        if (text.EndsWith('%'))
            return Number(text[..^1]) * whole / 100;
        if (text.EndsWith("em", StringComparison.Ordinal) && !text.EndsWith("rem", StringComparison.Ordinal))
            return Number(text[..^2]) * fontSize;
        if (text.EndsWith("ex", StringComparison.Ordinal) || text.EndsWith("ch", StringComparison.Ordinal))
            return Number(text[..^2]) * fontSize / 2;
        foreach (var (name, pixels) in Units)
        {
            if (text.EndsWith(name, StringComparison.Ordinal))
                return Number(text[..^name.Length]) * pixels;
        }

        return Number(text);
    }

    /// <summary>Reads a number; returns null when the text is not one, or is outside the range of drawings.</summary>
    public static double? Number(string text) =>
        text.Length > 0 && !char.IsWhiteSpace(text[0]) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < Largest ? value : null;

    /// <summary>Writes a number for an attribute.</summary>
    public static string Write(double value) => ((float)value).ToString("R", CultureInfo.InvariantCulture);

    private static double? Function(string text, double whole, double fontSize, int depth)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return null;
        var arguments = CssText.Split(text[(open + 1)..^1], ',');
        var values = arguments.ConvertAll(a => Sum(a, whole, fontSize, depth + 1));
        return values.Contains(null) ? null : text[..open] switch
        {
            "calc" or "" when values.Count == 1 => values[0],
            "min" => values.Min(),
            "max" => values.Max(),
            "clamp" when values.Count == 3 => Math.Max(values[0]!.Value, Math.Min(values[1]!.Value, values[2]!.Value)),
            _ => null,
        };
    }

    // The signs + and - need spaces around them; * and / do not.
    private static double? Sum(string text, double whole, double fontSize, int depth)
    {
        double? sum = null;
        var term = "";
        var sign = 1;
        foreach (var word in (IEnumerable<string>)[.. CssText.Words(text), "+"])
        {
            if (word is not ("+" or "-"))
            {
                term += word;
                continue;
            }

            if (Product(term, whole, fontSize, depth) is not { } value)
                return null;
            sum = (sum ?? 0) + (sign * value);
            sign = word == "-" ? -1 : 1;
            term = "";
        }

        return sum;
    }

    private static double? Product(string text, double whole, double fontSize, int depth)
    {
        double? product = null;
        for (var at = 0; at <= text.Length;)
        {
            var end = CssText.Find(text, at, "*/");
            var value = Parse(text[at..end], whole, fontSize, depth);
            product = at == 0 ? value : text[at - 1] == '*' ? product * value : value is 0 ? null : product / value;
            if (product is null)
                return null;
            at = end + 1;
        }

        return product;
    }
}
