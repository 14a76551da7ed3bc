using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Build.Plan.Css;

/// <summary>A CSS function whose result is a colour.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Space">The colour space of <c>color()</c>.</param>
/// <param name="Values">Three numbers.</param>
/// <param name="Alpha">Opacity, from 0 to 1.</param>
internal sealed record CssFunction(string Name, string? Space, IReadOnlyList<CssNumber> Values, double Alpha)
{
    private const int Longest = 200;

    /// <summary>Reads a function; returns null when the text is not one.</summary>
    public static CssFunction? Parse(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0 || text.Length > Longest || !text.EndsWith(')'))
            return null;
        var name = text[..open].ToLowerInvariant();
        var words = Words(text[(open + 1)..^1]);
        var space = name == "color" ? words?.FirstOrDefault()?.ToLowerInvariant() : null;
        var numbers = words?.Skip(space is null ? 0 : 1).Select(CssNumber.Parse).ToList();
        if (numbers is not { Count: 3 or 4 } || numbers.Contains(null))
            return null;
        var alpha = numbers.Count == 4 ? numbers[3]!.Value.Of(1) : 1;
        return new CssFunction(name, space, [.. numbers.Take(3).Select(n => n!.Value)], Math.Clamp(alpha, 0, 1));
    }

    // Arguments are separated either by commas everywhere, or by spaces and a slash before alpha.
    private static string[]? Words(string arguments)
    {
        if (arguments.Contains(',', StringComparison.Ordinal))
        {
            var parts = arguments.Split(',', StringSplitOptions.TrimEntries);
            return Array.Exists(parts, part => part.Length == 0 || part.Contains('/', StringComparison.Ordinal)) ? null : parts;
        }

        var sides = arguments.Split('/');
        string[] words = [.. sides[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), .. sides.Skip(1).Select(side => side.Trim())];
        var hasAlpha = sides.Length == 2 && sides[1].Trim().Length > 0;
        return sides.Length == 1 || hasAlpha ? words : null;
    }
}

/// <summary>A number, a percentage or an angle in a colour.</summary>
/// <param name="Number">The number; an angle in degrees.</param>
/// <param name="IsPercentage">Whether it has a percent sign.</param>
internal readonly partial record struct CssNumber(double Number, bool IsPercentage)
{
    /// <summary>Returns the value where a percentage is a part of a whole.</summary>
    public double Of(double whole) => IsPercentage ? Number / 100 * whole : Number;

    /// <summary>The value as a fraction, where a plain number means a percentage too.</summary>
    public double Fraction => Math.Clamp(Number / 100, 0, 1);

    /// <summary>Reads a number; returns null when the text is not one.</summary>
    public static CssNumber? Parse(string text)
    {
        if (text.Equals("none", StringComparison.OrdinalIgnoreCase))
            return default(CssNumber);
        if (Form.Match(text) is not { Success: true } match || !double.TryParse(match.Groups["number"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        return match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "" or "deg" => new CssNumber(number, false),
            "%" => new CssNumber(number, true),
            "grad" => new CssNumber(number * 0.9, false),
            "rad" => new CssNumber(number * 180 / Math.PI, false),
            "turn" => new CssNumber(number * 360, false),
            _ => null,
        };
    }

    [GeneratedRegex("^(?<number>[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)(e[+-]?[0-9]{1,3})?)(?<unit>%|[a-z]*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
