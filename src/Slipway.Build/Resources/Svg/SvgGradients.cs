using System.Xml.Linq;
using SkiaSharp;

namespace Slipway.Build.Resources.Svg;

/// <summary>Linear and radial gradients; one may take its stops and attributes from another.</summary>
internal sealed class SvgGradients(SvgDocument document)
{
    private const int MaxChain = 8;

    public SKShader? Shader(XElement gradient, SKRect bounds, SvgStyle style)
    {
        List<XElement> chain = Chain(gradient);
        string? Find(string name) => chain.Select(element => (string?)element.Attribute(name)).FirstOrDefault(value => value is not null);

        XElement[] stops = [.. chain.Select(element => element.Elements().Where(e => e.Name.LocalName == "stop")).FirstOrDefault(list => list.Any()) ?? []];
        if (stops.Length == 0)
        {
            return null;
        }

        bool isBox = Find("gradientUnits") != "userSpaceOnUse";
        SKRect view = document.ViewBox();
        SKMatrix matrix = isBox ? SKMatrix.CreateScaleTranslation(bounds.Width, bounds.Height, bounds.Left, bounds.Top) : SKMatrix.Identity;
        matrix = matrix.PreConcat(SvgTransform.Parse(Find("gradientTransform"), document));
        float X(string name, string otherwise) => SvgNumbers.Length(Find(name) ?? otherwise, isBox ? 1 : view.Width, document);
        float Y(string name, string otherwise) => SvgNumbers.Length(Find(name) ?? otherwise, isBox ? 1 : view.Height, document);

        (SKColor[] colours, float[] offsets) = Stops(stops, style);
        SKShaderTileMode mode = Find("spreadMethod") switch { "reflect" => SKShaderTileMode.Mirror, "repeat" => SKShaderTileMode.Repeat, _ => SKShaderTileMode.Clamp };
        if (gradient.Name.LocalName == "linearGradient")
        {
            return SKShader.CreateLinearGradient(new SKPoint(X("x1", "0%"), Y("y1", "0%")), new SKPoint(X("x2", "100%"), Y("y2", "0%")), colours, offsets, mode, matrix);
        }

        var centre = new SKPoint(X("cx", "50%"), Y("cy", "50%"));
        var focus = new SKPoint(Find("fx") is null ? centre.X : X("fx", "50%"), Find("fy") is null ? centre.Y : Y("fy", "50%"));
        return SKShader.CreateTwoPointConicalGradient(focus, 0, centre, X("r", "50%"), colours, offsets, mode, matrix);
    }

    private List<XElement> Chain(XElement gradient)
    {
        var chain = new List<XElement>();
        for (XElement? next = gradient; next is not null; next = document.Target(SvgDocument.Href(next)))
        {
            chain.Add(next);
            if (chain.Count > MaxChain)
            {
                throw new Icons.IconException(Icons.IconFault.SvgTooComplex, "gradients refer to each other too deeply", document.Where);
            }
        }

        return chain;
    }

    private (SKColor[] Colours, float[] Offsets) Stops(XElement[] stops, SvgStyle style)
    {
        var colours = new SKColor[stops.Length];
        var offsets = new float[stops.Length];
        for (int i = 0; i < stops.Length; i++)
        {
            var own = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (string name in ((string?)stops[i].Attribute("class") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                foreach ((string key, string value) in document.Rules.For("." + name) ?? new Dictionary<string, string>())
                {
                    own[key] = value;
                }
            }

            SvgClassRules.Declarations((string?)stops[i].Attribute("style") ?? "", own);
            string Property(string name, string otherwise) => own.GetValueOrDefault(name) ?? (string?)stops[i].Attribute(name) ?? otherwise;
            SKColor colour = SvgColor.Parse(Property("stop-color", "black"), style.Color, document);
            float opacity = SvgNumbers.Length(Property("stop-opacity", "1"), 1, document);
            colours[i] = colour.WithAlpha((byte)Math.Clamp(colour.Alpha * opacity, 0, 255));
            float offset = Math.Clamp(SvgNumbers.Length((string?)stops[i].Attribute("offset") ?? "0", 1, document), 0, 1);
            offsets[i] = i == 0 ? offset : Math.Max(offset, offsets[i - 1]);
        }

        return (colours, offsets);
    }
}
