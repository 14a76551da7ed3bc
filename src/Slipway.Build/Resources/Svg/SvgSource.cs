using System.Xml.Linq;
using Slipway.Build.Resources.Icons;
using Slipway.Formats.Xml;

namespace Slipway.Build.Resources.Svg;

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
