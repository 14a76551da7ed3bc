using System.Xml.Linq;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Resources.Svg.Css;
using Slipway.Formats.Xml;

namespace Slipway.Build.Resources.Svg;

/// <summary>An untrusted picture, reduced to a small subset of SVG 1.1 that contains only what is drawn and refers only to itself.</summary>
/// <param name="Text">The document.</param>
/// <param name="Size">Size of the picture.</param>
/// <param name="Costs">Cost of drawing it.</param>
/// <param name="Remarks">How the drawing differs from what a browser shows.</param>
internal sealed record SanitizedSvg(string Text, CssViewport Size, SvgCosts Costs, IReadOnlyList<string> Remarks)
{
    /// <summary>Whether anything is filled with a pattern.</summary>
    public bool HasPatterns { get; } = Text.Contains("<pattern", StringComparison.Ordinal);

    /// <summary>Reads a picture and refuses one that cannot be drawn.</summary>
    /// <exception cref="Icons.IconException">The picture cannot be drawn.</exception>
    public static SanitizedSvg Of(ReadOnlyMemory<byte> bytes, string where, int depth = 0)
    {
        var faults = new SvgFaults(where);
        var root = SvgSource.Load(bytes, where);
        var size = SvgPictureSize.Of(root) ?? throw faults.Damaged("the picture has no size");
        SvgFirstFrame.Stop(root);
        new SvgStyler(root, size, faults).Apply(SvgPictureSize.ViewBox(root) ?? size);
        new SvgCleaner(faults).Clean(root);
        root.SetAttributeValue("width", CssLength.Write(size.Width));
        root.SetAttributeValue("height", CssLength.Write(size.Height));
        SvgFilterWork.Limit(root);
        var costs = new SvgEmbedded(faults, depth).Replace(root) + SvgReferences.Check(root, SvgPictureSize.ViewBox(root) ?? size, faults);
        SvgReferences.Judge(costs, faults);
        return new SanitizedSvg(root.ToString(SaveOptions.DisableFormatting), size, costs, faults.Remarks);
    }
}

/// <summary>The cost of drawing an element with everything that it refers to.</summary>
/// <param name="Drawn">Number of elements.</param>
/// <param name="Layers">Number of intermediate pictures, which transparency, masks and filters need.</param>
/// <param name="Nested">Most of them that exist at once.</param>
/// <param name="Filters">Number of filter steps.</param>
/// <param name="Points">Number of points of paths.</param>
internal readonly record struct SvgCosts(double Drawn, double Layers, int Nested, double Filters, double Points)
{
    public static SvgCosts operator +(SvgCosts a, SvgCosts b) => new(a.Drawn + b.Drawn, a.Layers + b.Layers, Math.Max(a.Nested, b.Nested), a.Filters + b.Filters, a.Points + b.Points);

    /// <summary>Returns the cost of drawing it several times.</summary>
    public SvgCosts Times(double count) => new(Drawn * count, Layers * count, Nested, Filters * count, Points * count);

    /// <summary>Returns the cost of drawing it in one more intermediate picture.</summary>
    /// <param name="weight">The number of plain pictures that it costs as much as.</param>
    public SvgCosts InLayer(int weight) => this with { Layers = Layers + weight, Nested = Nested + 1 };
}

/// <summary>
/// Reads the XML of a picture within limits. It expands entities that the picture declares itself, as Illustrator's files do, and reads no other
/// file.
/// </summary>
internal static class SvgSource
{
    public const int MaxElements = 20_000;

    public static XElement Load(ReadOnlyMemory<byte> bytes, string where)
    {
        XElement root;
        try
        {
            root = SafeXml.LoadWithEntities(bytes, where).Root!;
        }
        catch (XmlInputException exception)
        {
            throw new IconException(exception.Fault == XmlFault.TooComplex ? IconFault.SvgTooComplex : IconFault.NotAnImage, exception.Reason, where, exception);
        }

        if (root.Name.LocalName != "svg" || (root.Name.NamespaceName.Length > 0 && root.Name.Namespace != SvgNames.Svg))
            throw new IconException(IconFault.NotAnImage, $"the document is <{root.Name.LocalName}>, not <svg>", where);
        if (root.Descendants().Take(MaxElements + 1).Count() > MaxElements)
            throw new IconException(IconFault.SvgTooComplex, $"there are more than {MaxElements} elements", where);
        SvgNames.Unify(root);
        return root;
    }
}

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
