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

/// <summary>Chooses the font of every text. When there is none, the drawing fails, because without its text the icon might be empty.</summary>
internal sealed class SvgTexts(SvgFaults faults)
{
    private const int MostCharacters = 5_000;
    private int _characters;

    /// <summary>Sets the font of a text and of its parts.</summary>
    public void Choose(XElement text)
    {
        foreach (var element in text.DescendantsAndSelf().Where(SvgNames.IsSvg).ToList())
        {
            if (element.Name.LocalName == "textPath")
                throw faults.Unsupported("text along a path");
            var own = string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value)).Replace("\n", " ", StringComparison.Ordinal).Replace("\r", " ", StringComparison.Ordinal).Replace("\t", " ", StringComparison.Ordinal);
            if (own.Trim().Length == 0)
                continue;
            if ((_characters += own.Length) > MostCharacters)
                throw faults.TooComplex($"it has more than {MostCharacters} characters of text");
            if (!SvgFonts.HasAny)
                throw faults.Unsupported("text, which needs fonts that this machine does not have (convert it to paths, or install fonts-dejavu-core),");
            var wanted = element.AncestorsAndSelf().Select(e => (string?)e.Attribute("font-family")).FirstOrDefault(f => f is not null) ?? "sans-serif";
            var family = SvgFonts.Choose(wanted, own) ?? throw faults.Unsupported($"text with characters that no font of this machine has ('{Short(own.Trim())}')");
            element.SetAttributeValue("font-family", family);
            faults.Remark($"Its text is drawn in {family}, a font of the machine that builds, and may look different elsewhere");
        }
    }

    private static string Short(string text) => text.Length <= 12 ? text : text[..12].TrimEnd('\uD800', '\uDBFF') + "…";
}
