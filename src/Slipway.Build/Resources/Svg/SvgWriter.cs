using System.Globalization;
using System.Xml.Linq;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>Writes the properties of an element as attributes, in the older syntax.</summary>
internal sealed class SvgWriter(XElement element, Dictionary<string, string> own, SvgScope scope, SvgFaults faults)
{
    private static readonly string[] Geometry = ["x", "y", "dx", "dy", "cx", "cy", "r", "rx", "ry", "width", "height", "x1", "y1", "x2", "y2", "fx", "fy", "fr", "markerWidth", "markerHeight", "refX", "refY"];

    public void Write()
    {
        foreach (var attribute in element.Attributes().Where(a => SvgProperties.IsPresentation(a.Name.LocalName) || a.Name.LocalName is "style" or "class").ToList())
            attribute.Remove();
        // The renderer reads these properties only from the style attribute.
        if (own.GetValueOrDefault("mix-blend-mode") is { } blending and not "normal" && blending.All(c => char.IsAsciiLetter(c) || c == '-'))
            element.SetAttributeValue("style", $"mix-blend-mode:{blending}");
        else if (own.GetValueOrDefault("isolation") is "isolate")
            element.SetAttributeValue("style", "isolation:isolate");
        foreach (var (name, value) in own)
        {
            if (name is not ("mix-blend-mode" or "isolation" or "transform" or "transform-origin" or "transform-box" or "rotate" or "scale" or "translate" or "background" or "clip-path"))
                element.SetAttributeValue(name, Value(name, value));
        }

        foreach (var name in Geometry)
            WriteLength(name);
        if (own.TryGetValue("clip-path", out var clip))
            element.SetAttributeValue("clip-path", SvgClipShape.Write(element, clip, scope, faults));
        if (SvgTransforms.Of(element, own, scope, faults) is { } transform)
            element.SetAttributeValue("transform", transform);
        if (element.Parent is null && own.TryGetValue("background", out var background))
            WritePaper(background);
    }

    private string? Value(string name, string value) => name switch
    {
        _ when SvgProperties.IsColour(name) => name == "lighting-color" ? Light(value) : SvgPaint.Write(name, value),
        "opacity" or "fill-opacity" or "stroke-opacity" or "stop-opacity" or "flood-opacity" => CssLength.Parse(value, 1, scope.FontSize) is { } part ? CssLength.Write(Math.Clamp(part, 0, 1)) : null,
        "stroke-width" or "stroke-dashoffset" => Length(value, scope.Viewport.Diagonal),
        "stroke-dasharray" => Dashes(value),
        "font-size" => CssLength.Write(scope.FontSize),
        "mask" => value.Equals("none", StringComparison.OrdinalIgnoreCase) ? null
            : SvgNames.Address(value) is { } mask && !value.Contains("gradient(", StringComparison.OrdinalIgnoreCase) ? $"url({mask})" : throw faults.Unsupported("a mask that is no <mask>"),
        "filter" => SvgFilterList.Write(value),
        "d" => Path(value),
        "x" or "y" or "cx" or "cy" or "r" or "rx" or "ry" or "width" or "height" => value,
        "color-interpolation" when value == "linearRGB" && element.Name.LocalName.EndsWith("Gradient", StringComparison.Ordinal) => throw faults.Unsupported("a gradient in linear light"),
        _ => value,
    };

    private void WriteLength(string name)
    {
        if (element.Attribute(name) is not { } attribute)
            return;
        var isOfBox = SvgBoxUnits.Of(element, name);
        if (isOfBox && attribute.Value.Contains('%', StringComparison.Ordinal))
            return;
        var whole = name is "x" or "dx" or "cx" or "rx" or "width" or "x1" or "x2" or "fx" or "markerWidth" or "refX" ? scope.Viewport.Width
            : name is "r" or "fr" ? scope.Viewport.Diagonal : scope.Viewport.Height;
        if (element.Name.LocalName is "text" or "tspan")
        {
            // These attributes have one length for each character.
            attribute.Value = string.Join(' ', attribute.Value.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(part => Length(part, whole) ?? "0"));
            return;
        }

        if (Length(attribute.Value, whole) is { } length)
            attribute.Value = length;
        else if (name is not ("refX" or "refY"))
            attribute.Remove();
    }

    private string? Length(string value, double whole) => CssLength.Parse(value, whole, scope.FontSize) is { } length ? CssLength.Write(length) : null;

    private string? Dashes(string value)
    {
        var dashes = value.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(part => CssLength.Parse(part, scope.Viewport.Diagonal, scope.FontSize)).ToList();
        // Drops dashes that are too short to see and too many to draw in reasonable time.
        return dashes.Contains(null) || dashes.Exists(d => d < 0) || dashes.Sum() <= scope.Viewport.Diagonal * 1e-4 ? "none" : string.Join(' ', dashes.Select(d => CssLength.Write(d!.Value)));
    }

    private static string? Path(string value) => value.StartsWith("path(", StringComparison.OrdinalIgnoreCase) && value.EndsWith(')') ? value[5..^1].Trim().Trim('"', '\'') : value == "none" ? "" : null;

    // The renderer treats the colour of a light as if it were already in linear light.
    private string? Light(string value)
    {
        if (!scope.IsLinearFilter || SvgPaint.Of(value) is not { } colour)
            return SvgPaint.Write("lighting-color", value);
        return string.Create(CultureInfo.InvariantCulture, $"#{Linear(16):x2}{Linear(8):x2}{Linear(0):x2}");

        int Linear(int shift)
        {
            var part = ((colour.Argb >> shift) & 0xFF) / 255.0;
            return (int)Math.Round(255 * (part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)));
        }
    }

    private void WritePaper(string background)
    {
        if (background.Equals("none", StringComparison.OrdinalIgnoreCase))
            return;
        var colour = CssText.Words(background).Select(SvgPaint.WriteColour).FirstOrDefault(c => c is not null);
        if (background.Contains('(', StringComparison.Ordinal) && (colour is null || background.Contains("url(", StringComparison.OrdinalIgnoreCase)))
            throw faults.Unsupported("a background that is a picture");
        if (colour is not null)
            element.AddFirst(new XElement(SvgNames.Svg + "rect", new XAttribute("x", "-100000"), new XAttribute("y", "-100000"), new XAttribute("width", "200000"), new XAttribute("height", "200000"), new XAttribute("fill", colour)));
    }
}

/// <summary>Decides which lengths refer to the bounding box of the painted element and not to the viewport.</summary>
internal static class SvgBoxUnits
{
    private const string Box = "objectBoundingBox";
    private const string User = "userSpaceOnUse";

    public static bool Of(XElement element, string attribute) => element.Name.LocalName switch
    {
        "linearGradient" or "radialGradient" => Units(element, "gradientUnits", Box) == Box,
        "pattern" => Units(element, "patternUnits", Box) == Box,
        "mask" => Units(element, "maskUnits", Box) == Box,
        "filter" => Units(element, "filterUnits", Box) == Box,
        "symbol" => true,
        "svg" => element.Parent is null && attribute is "width" or "height",
        ['f', 'e', ..] => Units(element.Parent, "primitiveUnits", User) == Box,
        _ => false,
    };

    private static string Units(XElement? element, string name, string otherwise) => (string?)element?.Attribute(name) ?? otherwise;
}

/// <summary>Rewrites the <c>filter</c> property: references and functions.</summary>
internal static class SvgFilterList
{
    private const string Shadow = "drop-shadow(";

    /// <summary>Returns the value with the colours of shadows in the older syntax.</summary>
    public static string? Write(string value) => value.Equals("none", StringComparison.OrdinalIgnoreCase) ? null : string.Join(' ', CssText.Words(value).Select(One));

    private static string One(string function) => function.StartsWith(Shadow, StringComparison.OrdinalIgnoreCase) && function.EndsWith(')')
        ? $"{Shadow}{string.Join(' ', CssText.Words(function[Shadow.Length..^1]).Select(word => SvgPaint.WriteColour(word) ?? word))})"
        : function;
}
