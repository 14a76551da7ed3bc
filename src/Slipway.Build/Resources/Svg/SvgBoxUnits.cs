using System.Xml.Linq;

namespace Slipway.Build.Resources.Svg;

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
