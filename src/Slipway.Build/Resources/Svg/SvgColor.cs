using SkiaSharp;

namespace Slipway.Build.Resources.Svg;

/// <summary>Colours in attributes: hexadecimal, <c>rgb()</c>, names.</summary>
internal static class SvgColor
{
    private static readonly Lazy<Dictionary<string, SKColor>> Names = new(() => typeof(SKColors)
        .GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
        .Where(field => field.FieldType == typeof(SKColor))
        .ToDictionary(field => field.Name, field => (SKColor)field.GetValue(null)!, StringComparer.OrdinalIgnoreCase));

    public static SKColor Parse(string text, SKColor current, SvgDocument document)
    {
        if (text.Equals("currentColor", StringComparison.OrdinalIgnoreCase))
        {
            return current;
        }

        if (text.StartsWith('#'))
        {
            return Hexadecimal(text, document);
        }

        if (text.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) && text.EndsWith(')'))
        {
            return Function(text, document);
        }

        return text.Equals("transparent", StringComparison.OrdinalIgnoreCase) ? SKColors.Empty
            : Names.Value.TryGetValue(text.Replace("grey", "gray", StringComparison.OrdinalIgnoreCase), out SKColor named) ? named
            : throw document.Unsupported($"the colour '{text}'");
    }

    /// <summary>Here alpha comes last, other than on Android.</summary>
    private static SKColor Hexadecimal(string text, SvgDocument document)
    {
        string digits = text.Length is 4 or 5 ? string.Concat(text.Skip(1).Select(c => $"{c}{c}")) : text[1..];
        if (digits.Length is not (6 or 8) || !uint.TryParse(digits, System.Globalization.NumberStyles.AllowHexSpecifier, null, out uint value))
        {
            throw document.Invalid($"'{text}' is not a colour");
        }

        return new SKColor(digits.Length == 6 ? 0xFF000000 | value : (value >> 8) | (value << 24));
    }

    private static SKColor Function(string text, SvgDocument document)
    {
        string[] parts = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (3 or 4))
        {
            throw document.Invalid($"'{text}' is not a colour");
        }

        float alpha = parts.Length == 4 ? SvgNumbers.Length(parts[3], 1, document) * 255 : 255;
        return new SKColor(Channel(parts[0], document), Channel(parts[1], document), Channel(parts[2], document), (byte)Math.Clamp(alpha, 0, 255));
    }

    private static byte Channel(string text, SvgDocument document) => (byte)Math.Clamp(MathF.Round(SvgNumbers.Length(text, 255, document)), 0, 255);
}
