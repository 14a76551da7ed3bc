using System.Xml.Linq;
using SkiaSharp;

namespace Slipway.Build.Resources.Svg;

/// <summary>What an element is painted with; most of it is inherited.</summary>
internal sealed record SvgStyle
{
    public string Fill { get; init; } = "black";

    public string Stroke { get; init; } = "none";

    public SKColor Color { get; init; } = SKColors.Black;

    public float FillOpacity { get; init; } = 1;

    public float StrokeOpacity { get; init; } = 1;

    public float StrokeWidth { get; init; } = 1;

    public SKStrokeCap Cap { get; init; } = SKStrokeCap.Butt;

    public SKStrokeJoin Join { get; init; } = SKStrokeJoin.Miter;

    public float MiterLimit { get; init; } = 4;

    public float[] Dashes { get; init; } = [];

    public float DashOffset { get; init; }

    public SKPathFillType FillRule { get; init; } = SKPathFillType.Winding;

    public SKPathFillType ClipRule { get; init; } = SKPathFillType.Winding;

    public bool IsVisible { get; init; } = true;

    /// <summary>Opacity of the element as a whole; not inherited.</summary>
    public float Opacity { get; init; } = 1;

    /// <summary>Reference to a clip path; not inherited.</summary>
    public string? ClipPath { get; init; }

    /// <summary>False when the element and all inside it are left out; not inherited.</summary>
    public bool IsDisplayed { get; init; } = true;

    public SvgStyle For(XElement element, SvgDocument document)
    {
        SvgStyle style = this with { Opacity = 1, ClipPath = null, IsDisplayed = true };
        foreach ((string name, string value) in Properties(element, document))
        {
            style = style.With(name, value, document);
        }

        return style;
    }

    private static Dictionary<string, string> Properties(XElement element, SvgDocument document)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (XAttribute attribute in element.Attributes().Where(a => a.Name.NamespaceName.Length == 0))
        {
            found[attribute.Name.LocalName] = attribute.Value.Trim();
        }

        string[] classes = ((string?)element.Attribute("class") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (string selector in (string[])[element.Name.LocalName, .. classes.Select(name => "." + name), "#" + (string?)element.Attribute("id")])
        {
            foreach ((string name, string value) in document.Rules.For(selector) ?? new Dictionary<string, string>())
            {
                found[name] = value;
            }
        }

        SvgClassRules.Declarations((string?)element.Attribute("style") ?? "", found);
        return found;
    }

    private SvgStyle With(string name, string value, SvgDocument document) => value == "inherit" ? this : name switch
    {
        "fill" => this with { Fill = value },
        "stroke" => this with { Stroke = value },
        "color" => this with { Color = SvgColor.Parse(value, Color, document) },
        "fill-opacity" => this with { FillOpacity = SvgNumbers.Length(value, 1, document) },
        "stroke-opacity" => this with { StrokeOpacity = SvgNumbers.Length(value, 1, document) },
        "stroke-width" => this with { StrokeWidth = SvgNumbers.Length(value, 100, document) },
        "stroke-linecap" => this with { Cap = value switch { "round" => SKStrokeCap.Round, "square" => SKStrokeCap.Square, _ => SKStrokeCap.Butt } },
        "stroke-linejoin" => this with { Join = value switch { "round" => SKStrokeJoin.Round, "bevel" => SKStrokeJoin.Bevel, _ => SKStrokeJoin.Miter } },
        "stroke-miterlimit" => this with { MiterLimit = SvgNumbers.Parse(value, document) },
        "stroke-dasharray" => this with { Dashes = value == "none" ? [] : SvgNumbers.List(value, document) },
        "stroke-dashoffset" => this with { DashOffset = SvgNumbers.Length(value, 100, document) },
        "fill-rule" => this with { FillRule = Rule(value) },
        "clip-rule" => this with { ClipRule = Rule(value) },
        "visibility" => this with { IsVisible = value == "visible" },
        "opacity" => this with { Opacity = SvgNumbers.Length(value, 1, document) },
        "display" => this with { IsDisplayed = value != "none" },
        "clip-path" => this with { ClipPath = value == "none" ? null : value },
        "mask" or "filter" or "marker-start" or "marker-mid" or "marker-end" or "mix-blend-mode" when value is not ("none" or "normal") => throw document.Unsupported($"the property {name}"),
        _ => this,
    };

    private static SKPathFillType Rule(string value) => value == "evenodd" ? SKPathFillType.EvenOdd : SKPathFillType.Winding;
}
