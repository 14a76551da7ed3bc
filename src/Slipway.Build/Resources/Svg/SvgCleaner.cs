using System.Collections.Frozen;
using System.Xml.Linq;

namespace Slipway.Build.Resources.Svg;

/// <summary>
/// Reduces a picture to what a browser draws when it is an icon: no scripts, no animation, nothing from other files. A visible element that
/// this program cannot draw is an error that names it.
/// </summary>
internal sealed class SvgCleaner(SvgFaults faults)
{
    private static readonly FrozenSet<string> Drawn = Set(
        "svg g a defs symbol use path rect circle ellipse line polyline polygon image linearGradient radialGradient stop pattern clipPath mask marker filter text tspan "
        + "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood "
        + "feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence");

    private static readonly FrozenSet<string> Moving = Set("animate animateTransform animateMotion animateColor set");

    private readonly SvgTexts _texts = new(faults);

    public void Clean(XElement root)
    {
        foreach (var child in root.Nodes().ToList())
        {
            if (child is XElement element && Keep(element) is { } kept)
                Clean(kept);
            else if (child is not XText || root.Name.LocalName is not ("text" or "tspan" or "a"))
                child.Remove();
        }

        foreach (var attribute in root.Attributes().Where(IsIdle).ToList())
            attribute.Remove();
    }

    private XElement? Keep(XElement element)
    {
        var name = element.Name.LocalName;
        if (!SvgNames.IsSvg(element) || !IsWanted(element))
            return null;
        if (name == "switch")
            return Chosen(element);
        if (Moving.Contains(name))
            faults.Remark("The picture is animated, and its first moment was drawn");
        if (name == "text")
        {
            if (!IsSeen(element) || element.Value.Trim().Length == 0)
                return null;
            _texts.Choose(element);
        }

        if (name == "foreignObject" && IsSeen(element) && element.HasElements)
            throw faults.Unsupported("HTML in a picture (<foreignObject>)");
        return Drawn.Contains(name) ? element : null;
    }

    // Only the first child that matches is drawn.
    private static XElement Chosen(XElement choice)
    {
        var chosen = choice.Elements().FirstOrDefault(e => SvgNames.IsSvg(e) && IsWanted(e));
        foreach (var other in choice.Nodes().Where(n => n != chosen).ToList())
            other.Remove();
        choice.Name = SvgNames.Group;
        return choice;
    }

    private static bool IsWanted(XElement element)
    {
        if (element.Attribute("requiredExtensions") is not null)
            return false;
        return (string?)element.Attribute("systemLanguage") is not { } languages
            || languages.Split(',', StringSplitOptions.TrimEntries).Any(l => l.Equals("en", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en-", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSeen(XElement element) => !element.AncestorsAndSelf().Any(e => (string?)e.Attribute("display") == "none");

    private static bool IsIdle(XAttribute attribute) =>
        attribute.IsNamespaceDeclaration || (attribute.Name.NamespaceName.Length > 0 && attribute.Name != XNamespace.Xml + "space") || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || (attribute.Value.Contains("url(", StringComparison.OrdinalIgnoreCase) && !SvgReferences.Paints.Contains(attribute.Name.LocalName))
        || attribute.Name.LocalName is "systemLanguage" or "requiredFeatures" or "tabindex" or "lang" or "target";

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
