using System.Xml.Linq;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>
/// How much work filters are, in steps that pass once over the picture. A step that two others use is done twice, so that thirty of them could be
/// a thousand million.
/// </summary>
internal sealed class SvgFilterWork(CssViewport viewport)
{
    // A pass with a matrix of 7 x 7 numbers, or over a quarter of the picture, takes as long as so many simple ones.
    private const double OfMatrix = 0.5;
    private const double OfOctave = 3;
    private const double OfRadius = 200;
    private const double MostOctaves = 9;

    /// <summary>The steps of a filter.</summary>
    public double Of(XElement filter)
    {
        var results = new Dictionary<string, double>(StringComparer.Ordinal);
        double last = 0;
        foreach (var step in filter.Elements())
        {
            var inputs = step.Name.LocalName == "feMerge" ? step.Elements() : [step];
            double work = Own(step);
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

    /// <summary>Takes octaves away that are finer than eight bits.</summary>
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
