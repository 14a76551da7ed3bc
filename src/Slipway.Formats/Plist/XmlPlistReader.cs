using System.Xml;
using System.Xml.Linq;
using Slipway.Formats.Xml;

namespace Slipway.Formats.Plist;

/// <summary>
/// Reads the XML form (its DTD, PropertyList-1.0.dtd, names the elements). Stricter than Apple's reader: only white space and
/// comments between elements, no unknown attributes, each key once.
/// </summary>
internal static class XmlPlistReader
{
    /// <summary>Key of the only entry of a dictionary that stands for a <see cref="PlistUid"/>: XML has no element for it.</summary>
    public const string UidKey = "CF$UID";

    public static PlistValue Read(ReadOnlyMemory<byte> bytes, string? where)
    {
        var root = SafeXml.Load(PlistDoctype.Blank(bytes), where).Root!;
        if (root.Name != "plist")
            throw Fault(root, "the root element is not 'plist'", where);
        foreach (var attribute in root.Attributes())
        {
            if (attribute.Name != "version" || attribute.Value != "1.0")
                throw Fault(root, $"'{attribute}' is not known", where);
        }

        var tops = Children(root, where);
        return tops.Count == 1 ? Value(tops[0], where, 0) : throw Fault(root, $"there are {tops.Count} values at the top", where);
    }

    private static PlistValue Value(XElement element, string? where, int depth)
    {
        if (element.HasAttributes)
            throw Fault(element, "attributes are not allowed", where);
        switch (element.Name.ToString())
        {
            case "dict":
                return Dictionary(element, where, Deeper(element, where, depth));
            case "array":
                var inside = Deeper(element, where, depth);
                return new PlistArray(Children(element, where).ConvertAll(child => Value(child, where, inside)));
            case "string":
                return new PlistString(Text(element, where));
            case "true" or "false":
                return Text(element, where).Length == 0 ? new PlistBoolean(element.Name == "true") : throw Fault(element, "a boolean has content", where);
            case "integer":
                return PlistScalars.Integer(Text(element, where)) ?? throw Fault(element, "this is not an integer", where);
            case "real":
                return PlistScalars.Real(Text(element, where)) ?? throw Fault(element, "this is not a number", where);
            case "date":
                return PlistScalars.Date(Text(element, where)) ?? throw Fault(element, "this is not a date", where);
            case "data":
                return PlistScalars.Data(Text(element, where)) ?? throw Fault(element, "this is not base64", where);
            default:
                throw Fault(element, $"the element '{element.Name.LocalName}' is not known", where);
        }
    }

    private static PlistValue Dictionary(XElement element, string? where, int depth)
    {
        var children = Children(element, where);
        if (children.Count % 2 != 0)
            throw Fault(element, "a key has no value", where);
        var entries = new List<KeyValuePair<string, PlistValue>>(children.Count / 2);
        var seen = new HashSet<string>(children.Count / 2, StringComparer.Ordinal);
        for (var i = 0; i < children.Count; i += 2)
        {
            var key = children[i];
            if (key.Name != "key" || key.HasAttributes)
                throw Fault(key, "a value has no key", where);
            var name = Text(key, where);
            if (!seen.Add(name))
                throw Fault(key, "a key occurs twice", where);
            entries.Add(new(name, Value(children[i + 1], where, depth)));
        }

        return entries is [{ Key: UidKey, Value: PlistInteger { Value: var uid } }] && uid >= 0 ? new PlistUid((ulong)uid) : new PlistDictionary(entries);
    }

    private static int Deeper(XElement element, string? where, int depth) =>
        depth < PlistReader.MaxDepth ? depth + 1 : throw Fault(element, $"values are nested deeper than {PlistReader.MaxDepth}", where);

    private static List<XElement> Children(XElement element, string? where)
    {
        var children = new List<XElement>();
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
                children.Add(child);
            else if (node is not XComment && !(node is XText { Value: var text } && text.AsSpan().IndexOfAnyExcept(" \t\r\n") < 0))
                throw Fault(element, "there is text between the values", where);
        }

        return children;
    }

    private static string Text(XElement element, string? where)
    {
        for (var node = element.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is not XText and not XComment)
                throw Fault(element, "the element has content other than text", where);
        }

        return element.Value;
    }

    private static MalformedInputException Fault(XElement element, string reason, string? where) =>
        new(PlistReader.Format, $"{reason}, at line {((IXmlLineInfo)element).LineNumber}", entry: where);
}
