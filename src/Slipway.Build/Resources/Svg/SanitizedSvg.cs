using System.Xml.Linq;
using Slipway.Build.Resources.Svg.Css;

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
