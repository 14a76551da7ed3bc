using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>Converts the basic shapes of the <c>clip-path</c> property to clipPath elements.</summary>
internal static class SvgClipShape
{
    private const string Prefix = "slipway-clip-";

    /// <summary>Returns the equivalent attribute; null when there is none.</summary>
    public static string? Write(XElement element, string value, SvgScope scope, SvgFaults faults)
    {
        if (value.Equals("none", StringComparison.OrdinalIgnoreCase))
            return null;
        if (SvgNames.Address(value) is { } address)
            return $"url({address})";
        var words = CssText.Words(value);
        var open = value.IndexOf('(', StringComparison.Ordinal);
        // A value that is not a shape is ignored.
        if (open < 0 || !value.EndsWith(')'))
            return null;
        if (words.Count != 1 || SvgBounds.Of(element) is not { } box)
            throw faults.Unsupported($"the clip path '{value}' of <{element.Name.LocalName}>");
        var root = element.Document!.Root!;
        var id = Prefix + root.Elements(SvgNames.Svg + "clipPath").Count().ToString(CultureInfo.InvariantCulture);
        var shape = Shape(value[..open].ToLowerInvariant(), value[(open + 1)..^1], box, scope.FontSize) ?? throw faults.Unsupported($"the clip path '{value}'");
        root.Add(new XElement(SvgNames.Svg + "clipPath", new XAttribute("id", id), shape));
        return $"url(#{id})";
    }

    private static XElement? Shape(string name, string arguments, SKRect box, double fontSize)
    {
        double? X(string text) => CssLength.Parse(Keyword(text), box.Width, fontSize);
        double? Y(string text) => CssLength.Parse(Keyword(text), box.Height, fontSize);
        var at = arguments.IndexOf(" at ", StringComparison.OrdinalIgnoreCase);
        var place = at < 0 ? ["50%", "50%"] : CssText.Words(arguments[(at + 4)..]);
        var radii = CssText.Words((at < 0 ? arguments : arguments[..at]).Replace(" round ", " ", StringComparison.Ordinal));
        switch (name)
        {
            case "circle" when place is [{ } px, { } py] && X(px) is { } cx && Y(py) is { } cy && radii.Count <= 1:
                var diagonal = new CssViewport(box.Width, box.Height).Diagonal;
                var r = radii is [] or ["closest-side"] ? Math.Min(Math.Min(cx, box.Width - cx), Math.Min(cy, box.Height - cy)) : CssLength.Parse(radii[0], diagonal, fontSize);
                return r is null ? null : Ellipse(box, cx, cy, r.Value, r.Value);
            case "ellipse" when place is [{ } ex, { } ey] && X(ex) is { } x && Y(ey) is { } y && radii is [{ } rx, { } ry] && X(rx) is { } a && Y(ry) is { } b:
                return Ellipse(box, x, y, a, b);
            case "inset" when Inset(arguments, box, fontSize) is { } inset:
                return inset;
            case "polygon":
                var points = CssText.Split(arguments, ',').ConvertAll(CssText.Words);
                var rule = points.Count > 0 && points[0] is ["evenodd" or "nonzero"] ? points[0][0] : null;
                var pairs = points.Skip(rule is null ? 0 : 1).Select(p => p is [{ } left, { } top] && X(left) is { } l && Y(top) is { } t ? $"{CssLength.Write(l + box.Left)},{CssLength.Write(t + box.Top)}" : null).ToList();
                return pairs.Contains(null) ? null : new XElement(SvgNames.Svg + "polygon", new XAttribute("points", string.Join(' ', pairs)), new XAttribute("clip-rule", rule ?? "nonzero"));
            default:
                return null;
        }
    }

    private static XElement? Inset(string arguments, SKRect box, double fontSize)
    {
        var parts = arguments.Split("round", 2, StringSplitOptions.TrimEntries);
        var sides = CssText.Words(parts[0]);
        if (sides.Count is < 1 or > 4)
            return null;
        var top = CssLength.Parse(sides[0], box.Height, fontSize);
        var right = CssLength.Parse(sides.Count > 1 ? sides[1] : sides[0], box.Width, fontSize);
        var bottom = CssLength.Parse(sides.Count > 2 ? sides[2] : sides[0], box.Height, fontSize);
        var left = CssLength.Parse(sides.Count > 3 ? sides[3] : sides.Count > 1 ? sides[1] : sides[0], box.Width, fontSize);
        var round = parts.Length == 1 ? 0 : CssLength.Parse(parts[1], box.Width, fontSize);
        if (top is null || right is null || bottom is null || left is null || round is null)
            return null;
        return new XElement(
            SvgNames.Svg + "rect",
            Number("x", box.Left + left.Value),
            Number("y", box.Top + top.Value),
            Number("width", Math.Max(0, box.Width - left.Value - right.Value)),
            Number("height", Math.Max(0, box.Height - top.Value - bottom.Value)),
            Number("rx", round.Value));
    }

    private static XElement Ellipse(SKRect box, double x, double y, double rx, double ry) =>
        new(SvgNames.Svg + "ellipse", Number("cx", box.Left + x), Number("cy", box.Top + y), Number("rx", rx), Number("ry", ry));

    private static XAttribute Number(string name, double value) => new(name, CssLength.Write(value));

    private static string Keyword(string text) => text.ToLowerInvariant() switch { "left" or "top" => "0", "center" => "50%", "right" or "bottom" => "100%", _ => text };
}
