using System.Xml.Linq;
using SkiaSharp;
using Slipway.Build.Resources.Icons;
using Slipway.Formats.Xml;

namespace Slipway.Build.Resources.Svg;

/// <summary>
/// An SVG picture of the static, self-contained kind that icons are: paths, basic shapes, groups, transforms, <c>use</c>, gradients, clip paths,
/// presentation attributes, <c>style</c> and simple class rules (SVG 1.1, "Paths", "Basic Shapes", "Painting", "Gradients"). Anything else that
/// would be seen is refused by name instead of being left out. Nothing outside of the document is ever read.
/// </summary>
internal sealed class SvgDocument
{
    public const int MaxElements = 20_000;
    public const int MaxDepth = 64;
    public const int MaxDrawn = 50_000;
    private const string Namespace = "http://www.w3.org/2000/svg";

    private SvgDocument(XElement root, string where)
    {
        Root = root;
        Where = where;
        foreach (XElement element in root.DescendantsAndSelf())
        {
            if ((string?)element.Attribute("id") is { } id)
            {
                ById.TryAdd(id, element);
            }

            if (element.Name.LocalName == "style")
            {
                Rules.Read(element.Value, this);
            }
        }
    }

    public XElement Root { get; }

    public string Where { get; }

    public Dictionary<string, XElement> ById { get; } = new(StringComparer.Ordinal);

    public SvgClassRules Rules { get; } = new();

    public static SvgDocument Load(ReadOnlyMemory<byte> bytes, string where)
    {
        XElement root;
        try
        {
            root = SafeXml.Load(bytes, where).Root!;
        }
        catch (XmlInputException exception)
        {
            IconFault fault = exception.Fault switch
            {
                XmlFault.TooComplex => IconFault.SvgTooComplex,
                XmlFault.DtdForbidden => IconFault.UnsupportedSvg,
                _ => IconFault.NotAnImage,
            };
            throw new IconException(fault, exception.Reason, where, exception);
        }

        if (root.Name.LocalName != "svg" || root.Name.NamespaceName is not ("" or Namespace))
        {
            throw new IconException(IconFault.NotAnImage, $"the document is <{root.Name.LocalName}>, not <svg>", where);
        }

        return root.Descendants().Take(MaxElements + 1).Count() <= MaxElements
            ? new SvgDocument(root, where)
            : throw new IconException(IconFault.SvgTooComplex, $"there are more than {MaxElements} elements", where);
    }

    public static bool IsSvg(XElement element) => element.Name.NamespaceName is "" or Namespace;

    public IconException Unsupported(string what) => new(IconFault.UnsupportedSvg, $"{what} is not drawn here", Where);

    public IconException Invalid(string what) => new(IconFault.Damaged, what, Where);

    /// <summary>The element that <c>#id</c> names.</summary>
    public XElement? Target(string? reference)
    {
        string? id = reference?.Trim();
        if (id is null)
        {
            return null;
        }

        return id.StartsWith('#') ? ById.GetValueOrDefault(id[1..]) : throw Unsupported("a reference to another document");
    }

    /// <summary>The element's reference, in either spelling.</summary>
    public static string? Href(XElement element) =>
        (string?)element.Attribute("href") ?? (string?)element.Attribute(XName.Get("href", "http://www.w3.org/1999/xlink"));

    /// <summary>The part of the plane that the picture shows.</summary>
    public SKRect ViewBox()
    {
        float[] box = SvgNumbers.List((string?)Root.Attribute("viewBox") ?? "", this);
        SKRect view = box.Length == 4
            ? SKRect.Create(box[0], box[1], box[2], box[3])
            : SKRect.Create(SvgNumbers.Length((string?)Root.Attribute("width") ?? "100", 100, this), SvgNumbers.Length((string?)Root.Attribute("height") ?? "100", 100, this));
        return view.Width > 0 && view.Height > 0 ? view : throw Invalid("the picture has no size");
    }
}
