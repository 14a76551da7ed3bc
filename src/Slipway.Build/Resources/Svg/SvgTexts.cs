using System.Xml.Linq;

namespace Slipway.Build.Resources.Svg;

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
