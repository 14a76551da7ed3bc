using System.Xml.Linq;

namespace Slipway.Build.Resources.Svg;

/// <summary>Replaces animations with the values of their first moment (https://svgwg.org/specs/animations/).</summary>
internal static class SvgFirstFrame
{
    /// <summary>Writes the first values of animations that begin at once.</summary>
    public static void Stop(XElement root)
    {
        foreach (var animation in root.Descendants().Where(e => e.Name.LocalName is "animate" or "animateTransform" or "set" && IsAtOnce(e)).ToList())
        {
            if ((string?)animation.Attribute("attributeName") is not { Length: > 0 } name || First(animation) is not { } value || Target(root, animation) is not { } target)
                continue;
            if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') || !char.IsAsciiLetter(name[0]))
                continue;
            var isAdded = (string?)animation.Attribute("additive") == "sum";
            if (animation.Name.LocalName != "animateTransform")
                target.SetAttributeValue(name, value);
            else if (name == "transform")
                target.SetAttributeValue(name, $"{(isAdded ? (string?)target.Attribute(name) + " " : "")}{(string?)animation.Attribute("type") ?? "translate"}({value})");
        }
    }

    private static bool IsAtOnce(XElement animation) =>
        (string?)animation.Attribute("begin") is not { } begin || begin.Split(';', StringSplitOptions.TrimEntries).Any(b => b.TrimEnd('s', 'm') is "0" or "0.0" || b.StartsWith('-'));

    private static string? First(XElement animation) => animation.Name.LocalName == "set"
        ? (string?)animation.Attribute("to")
        : (string?)animation.Attribute("values") is { } values ? values.Split(';')[0].Trim() : (string?)animation.Attribute("from");

    private static XElement? Target(XElement root, XElement animation) => SvgNames.Fragment((string?)animation.Attribute("href")) is { } id
        ? root.DescendantsAndSelf().FirstOrDefault(e => (string?)e.Attribute("id") == id)
        : animation.Parent;
}
