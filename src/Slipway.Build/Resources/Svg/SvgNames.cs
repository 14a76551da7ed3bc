using System.Xml.Linq;

namespace Slipway.Build.Resources.Svg;

/// <summary>Names of SVG.</summary>
internal static class SvgNames
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    public static readonly XName Root = Svg + "svg";
    public static readonly XName Style = Svg + "style";
    public static readonly XName Group = Svg + "g";
    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    public static bool IsSvg(XElement element) => element.Name.Namespace == Svg;

    /// <summary>Normalises a document: elements without a namespace become SVG elements, and xlink:href becomes href.</summary>
    public static void Unify(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Name.NamespaceName.Length == 0)
                element.Name = Svg + element.Name.LocalName;
            if (element.Attribute(XLink + "href") is not { } link)
                continue;
            if (element.Attribute("href") is null)
                element.SetAttributeValue("href", link.Value);
            link.Remove();
        }
    }

    /// <summary>Returns the name in <c>#name</c>; null when the text is not a reference within the picture.</summary>
    public static string? Fragment(string? reference) => reference?.Trim() is ['#', _, ..] text ? Uri.UnescapeDataString(text[1..]) : null;

    /// <summary>Returns the address in the first <c>url(...)</c>; null when there is none.</summary>
    public static string? Address(string value) => Addresses(value).FirstOrDefault();

    /// <summary>Returns the address in each <c>url(...)</c>.</summary>
    public static IEnumerable<string> Addresses(string value)
    {
        for (var open = 0; (open = value.IndexOf("url(", open, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var close = value.IndexOf(')', open);
            if (close < 0)
                yield break;
            yield return value[(open + 4)..close].Trim().Trim('"', '\'').Trim();
            open = close;
        }
    }
}
