using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Build.Plan.Css;

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
