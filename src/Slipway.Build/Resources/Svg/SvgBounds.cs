using System.Xml.Linq;
using SkiaSharp;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>Computes bounding boxes of shapes, without their strokes.</summary>
internal static class SvgBounds
{
    /// <summary>Returns the box; null when the element is not a shape.</summary>
    public static SKRect? Of(XElement element)
    {
        double N(string name) => CssLength.Number((string?)element.Attribute(name) ?? "0") ?? 0;
        SKRect Box(double x, double y, double width, double height) => SKRect.Create((float)x, (float)y, (float)width, (float)height);
        switch (element.Name.LocalName)
        {
            case "rect" or "image":
                return Box(N("x"), N("y"), N("width"), N("height"));
            case "circle":
                return Box(N("cx") - N("r"), N("cy") - N("r"), 2 * N("r"), 2 * N("r"));
            case "ellipse":
                return Box(N("cx") - N("rx"), N("cy") - N("ry"), 2 * N("rx"), 2 * N("ry"));
            case "line":
                return new SKRect((float)Math.Min(N("x1"), N("x2")), (float)Math.Min(N("y1"), N("y2")), (float)Math.Max(N("x1"), N("x2")), (float)Math.Max(N("y1"), N("y2")));
            case "polyline" or "polygon":
                return Path("M" + (string?)element.Attribute("points"));
            case "path":
                return Path((string?)element.Attribute("d") ?? "");
            default:
                return null;
        }
    }

    /// <summary>Returns the approximate length of the outline; null when the element is not a shape.</summary>
    public static double? Length(XElement element)
    {
        if (element.Name.LocalName is not ("path" or "polyline" or "polygon"))
            return Of(element) is { } box && element.Name.LocalName != "image" ? 2 * ((double)box.Width + box.Height) : null;
        using var path = SKPath.ParseSvgPathData(element.Name.LocalName == "path" ? (string?)element.Attribute("d") ?? "" : "M" + (string?)element.Attribute("points"));
        if (path is null)
            return null;
        using var measure = new SKPathMeasure(path);
        double length = 0;
        do
        {
            length += measure.Length;
        }
        while (measure.NextContour());
        return length;
    }

    private static SKRect? Path(string data)
    {
        using var path = SKPath.ParseSvgPathData(data);
        return path?.ComputeTightBounds();
    }
}
