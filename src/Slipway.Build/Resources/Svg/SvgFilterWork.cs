using System.Xml.Linq;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>
/// Estimates the work of filters in passes over the picture. A step that two others use runs twice, so thirty steps can take a
/// thousand million passes.
/// </summary>
internal sealed class SvgFilterWork(CssViewport viewport)
{
    // Costs in simple passes: of one number of a matrix, of one octave, of a radius as long as the diagonal. The first and the last come from
    // passes with 7 x 7 numbers and over a quarter of the picture.
    private const double OfMatrix = 0.5;
    private const double OfOctave = 3;
    private const double OfRadius = 200;
    private const double MostOctaves = 9;

    /// <summary>Returns the number of passes of a filter.</summary>
    public double Of(XElement filter)
    {
        var results = new Dictionary<string, double>(StringComparer.Ordinal);
        double last = 0;
        foreach (var step in filter.Elements())
        {
            var inputs = step.Name.LocalName == "feMerge" ? step.Elements() : [step];
            var work = Own(step);
            foreach (var input in inputs)
            {
                work += (string?)input.Attribute("in") is { } named ? results.GetValueOrDefault(named) : step.Name.LocalName is "feFlood" or "feTurbulence" or "feImage" ? 0 : last;
                work += (string?)input.Attribute("in2") is { } second ? results.GetValueOrDefault(second) : 0;
            }

            last = work;
            if ((string?)step.Attribute("result") is { } name)
                results[name] = work;
        }

        return last;
    }

    /// <summary>Removes octaves that are finer than eight bits can show.</summary>
    public static void Limit(XElement root)
    {
        foreach (var octaves in root.Descendants().Attributes("numOctaves"))
        {
            if (Largest(octaves.Value) > MostOctaves)
                octaves.Value = "9";
        }
    }

    private double Own(XElement step) => step.Name.LocalName switch
    {
        "feConvolveMatrix" => 1 + (Math.Pow(Largest((string?)step.Attribute("order") ?? "3"), 2) * OfMatrix),
        "feTurbulence" => 1 + (Largest((string?)step.Attribute("numOctaves") ?? "1") * OfOctave),
        "feMorphology" => 1 + (Largest((string?)step.Attribute("radius")) / viewport.Diagonal * OfRadius),
        "feGaussianBlur" or "feDropShadow" => 2,
        "feDiffuseLighting" or "feSpecularLighting" => 4,
        _ => 1,
    };

    private static double Largest(string? numbers) =>
        (numbers ?? "").Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(n => CssLength.Number(n) ?? 0).DefaultIfEmpty().Max();
}
