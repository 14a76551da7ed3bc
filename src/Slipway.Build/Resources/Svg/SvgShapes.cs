using System.Xml.Linq;
using SkiaSharp;

namespace Slipway.Build.Resources.Svg;

/// <summary>Paths and basic shapes.</summary>
internal static class SvgShapes
{
    /// <summary>The outline of a shape.</summary>
    /// <returns>Null when the element is no shape.</returns>
    public static SKPath? PathOf(XElement element, SvgDocument document)
    {
        float N(string name, float whole = 100) => (string?)element.Attribute(name) is { } text ? SvgNumbers.Length(text, whole, document) : 0;

        using var builder = new SKPathBuilder();
        switch (element.Name.LocalName)
        {
            case "path":
                string data = (string?)element.Attribute("d") ?? "";
                return data.Trim() is "" or "none" ? new SKPath() : SKPath.ParseSvgPathData(data) ?? throw document.Invalid("a path cannot be read");
            case "rect":
                float rx = element.Attribute("rx") is null ? N("ry") : N("rx");
                float ry = element.Attribute("ry") is null ? rx : N("ry");
                builder.AddRoundRect(SKRect.Create(N("x"), N("y"), N("width"), N("height")), Math.Min(rx, N("width") / 2), Math.Min(ry, N("height") / 2));
                break;
            case "circle":
                builder.AddCircle(N("cx"), N("cy"), N("r"));
                break;
            case "ellipse":
                builder.AddOval(new SKRect(N("cx") - N("rx"), N("cy") - N("ry"), N("cx") + N("rx"), N("cy") + N("ry")));
                break;
            case "line":
                builder.MoveTo(N("x1"), N("y1"));
                builder.LineTo(N("x2"), N("y2"));
                break;
            case "polyline" or "polygon":
                float[] points = SvgNumbers.List((string?)element.Attribute("points") ?? "", document);
                builder.AddPoly([.. Enumerable.Range(0, points.Length / 2).Select(i => new SKPoint(points[i * 2], points[(i * 2) + 1]))], element.Name.LocalName == "polygon");
                break;
            default:
                return null;
        }

        return builder.Detach();
    }
}
