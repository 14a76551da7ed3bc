using Slipway.Formats.Arsc;

namespace Slipway.Formats.Axml;

/// <summary>
/// Writes binary XML (<c>ResXMLTree</c> in androidfw/ResourceTypes.h): a string pool whose first entries are the names of attributes with a
/// resource id, the map of those ids, then the tree as a list of start and end chunks.
/// </summary>
public sealed class AxmlWriter
{
    private const int NodeHeader = 16;
    private const int AttributeSize = 20;
    private const uint NoString = 0xFFFFFFFF;
    private readonly StringPoolWriter _strings = new();
    private readonly Dictionary<(uint Id, string Name), int> _identified = [];
    private readonly List<uint> _ids = [];
    private readonly ChunkWriter _writer = new();

    private AxmlWriter()
    {
    }

    /// <summary>Writes a document.</summary>
    /// <param name="root">Its root element.</param>
    /// <returns>The bytes of the file.</returns>
    public static byte[] Write(AxmlElement root) => new AxmlWriter().WriteDocument(root);

    private byte[] WriteDocument(AxmlElement root)
    {
        foreach (var attribute in Attributes(root).Where(a => a.ResourceId != 0).OrderBy(a => a.ResourceId).ThenBy(a => a.Name, StringComparer.Ordinal))
        {
            if (!_identified.ContainsKey((attribute.ResourceId, attribute.Name)))
            {
                _identified.Add((attribute.ResourceId, attribute.Name), _strings.AddUnshared(attribute.Name));
                _ids.Add(attribute.ResourceId);
            }
        }

        CollectStrings(root);
        var start = _writer.Begin(ResourceChunk.Xml, 8);
        _strings.Write(_writer);
        var map = _writer.Begin(ResourceChunk.XmlResourceMap, 8);
        _ids.ForEach(_writer.U32);
        _writer.End(map);
        WriteElement(root);
        _writer.End(start);
        return _writer.ToArray();
    }

    private static IEnumerable<AxmlAttribute> Attributes(AxmlElement element) =>
        element.Attributes.Concat(element.Children.OfType<AxmlElement>().SelectMany(Attributes));

    private void CollectStrings(AxmlElement element)
    {
        foreach (var space in element.Namespaces)
        {
            _strings.Add(space.Prefix);
            _strings.Add(space.Uri);
        }

        AddIfAny(element.Namespace);
        _strings.Add(element.Name);
        foreach (var attribute in element.Attributes)
        {
            AddIfAny(attribute.Namespace);
            AddIfAny(attribute.RawText);
            AddIfAny(attribute.Value.Text?.Text);
            NameIndex(attribute);
        }

        foreach (var child in element.Children)
        {
            if (child is AxmlElement inner)
                CollectStrings(inner);
            else
                _strings.Add(((AxmlText)child).Text);
        }
    }

    private void AddIfAny(string? text)
    {
        if (text is not null)
            _strings.Add(text);
    }

    private int NameIndex(AxmlAttribute attribute) =>
        attribute.ResourceId != 0 ? _identified[(attribute.ResourceId, attribute.Name)] : _strings.Add(attribute.Name);

    private uint Index(string? text) => text is null ? NoString : (uint)_strings.Add(text);

    private void WriteElement(AxmlElement element)
    {
        foreach (var space in element.Namespaces)
            WriteNamespace(ResourceChunk.XmlStartNamespace, space, element.Line);

        WriteStart(element);
        foreach (var child in element.Children)
        {
            if (child is AxmlElement inner)
                WriteElement(inner);
            else
                WriteText((AxmlText)child);
        }

        var start = BeginNode(ResourceChunk.XmlEndElement, element.Line);
        _writer.U32(Index(element.Namespace));
        _writer.U32(Index(element.Name));
        _writer.End(start);
        for (var i = element.Namespaces.Count - 1; i >= 0; i--)
            WriteNamespace(ResourceChunk.XmlEndNamespace, element.Namespaces[i], element.Line);
    }

    private int BeginNode(ResourceChunk type, int line)
    {
        var start = _writer.Begin(type, NodeHeader);
        _writer.I32(line);
        _writer.U32(NoString);
        return start;
    }

    private void WriteNamespace(ResourceChunk type, AxmlNamespace space, int line)
    {
        var start = BeginNode(type, line);
        _writer.U32(Index(space.Prefix));
        _writer.U32(Index(space.Uri));
        _writer.End(start);
    }

    private void WriteText(AxmlText text)
    {
        var start = BeginNode(ResourceChunk.XmlText, text.Line);
        _writer.U32(Index(text.Text));
        TypedValueCodec.Write(_writer, default, _strings);
        _writer.End(start);
    }

    private void WriteStart(AxmlElement element)
    {
        List<AxmlAttribute> sorted = [.. element.Attributes.Order(AxmlAttributeOrder.Instance)];
        var start = BeginNode(ResourceChunk.XmlStartElement, element.Line);
        _writer.U32(Index(element.Namespace));
        _writer.U32(Index(element.Name));
        _writer.U16(AttributeSize);
        _writer.U16(AttributeSize);
        _writer.U16(sorted.Count);
        _writer.U16(Position(sorted, "id"));
        _writer.U16(Position(sorted, "class"));
        _writer.U16(Position(sorted, "style"));
        foreach (var attribute in sorted)
        {
            _writer.U32(Index(attribute.Namespace));
            _writer.I32(NameIndex(attribute));
            _writer.U32(Index(attribute.RawText));
            TypedValueCodec.Write(_writer, attribute.Value, _strings);
        }

        _writer.End(start);
    }

    /// <summary>Returns the index, from 1, of an attribute that the runtime finds by its position; 0 when there is none.</summary>
    private static int Position(List<AxmlAttribute> attributes, string name) => attributes.FindIndex(a => a.Namespace is null && a.Name == name) + 1;
}
