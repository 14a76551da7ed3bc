using Slipway.Formats.Arsc;

namespace Slipway.Formats.Axml;

/// <summary>
/// Reads binary XML of any tool into a tree. Limits the depth, requires matching start and end chunks, and skips chunks of unknown
/// kinds.
/// </summary>
public sealed class AxmlReader
{
    private const string Format = "binary XML";
    private const int MaxDepth = 1000;
    private const int NodeHeader = 16;
    private readonly StringPool _strings;
    private readonly List<uint> _ids = [];
    private readonly Stack<AxmlElement> _open = new();
    private readonly List<AxmlNamespace> _pending = [];
    private AxmlElement? _root;

    private AxmlReader(StringPool strings) => _strings = strings;

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <returns>Its root element.</returns>
    /// <exception cref="MalformedInputException">The bytes are not binary XML.</exception>
    public static AxmlElement Read(ReadOnlySpan<byte> bytes)
    {
        var file = ChunkReader.Open(bytes, 0, Format);
        if (file.Type != ResourceChunk.Xml)
            throw file.Fault("the file is not binary XML", 0);

        AxmlReader? reader = null;
        for (var at = file.HeaderSize; at < file.Length;)
        {
            var chunk = file.Inner(at);
            if (reader is not null)
                reader.ReadChunk(chunk);
            else if (chunk.Type == ResourceChunk.StringPool)
                reader = new AxmlReader(new StringPool(chunk, Format));

            at += chunk.Length;
        }

        return reader is { _root: { } root, _open.Count: 0 } ? root : throw file.Fault("the document has no complete root element", 0);
    }

    private void ReadChunk(ChunkReader chunk)
    {
        switch (chunk.Type)
        {
            case ResourceChunk.XmlResourceMap:
                for (var at = chunk.HeaderSize; at + 4 <= chunk.Length; at += 4)
                    _ids.Add(chunk.U32(at));

                break;
            case ResourceChunk.XmlStartNamespace:
                _pending.Add(new AxmlNamespace(_strings.Optional(chunk.U32(NodeHeader)) ?? "", _strings[chunk.U32(NodeHeader + 4)]));
                break;
            case ResourceChunk.XmlStartElement:
                Start(chunk);
                break;
            case ResourceChunk.XmlEndElement:
                End(chunk);
                break;
            case ResourceChunk.XmlText when _open.TryPeek(out var parent):
                parent.Children.Add(new AxmlText(_strings[chunk.U32(NodeHeader)], (int)chunk.U32(8)));
                break;
            default:
                break;
        }
    }

    private void Start(ChunkReader chunk)
    {
        var element = new AxmlElement(_strings.Optional(chunk.U32(NodeHeader)), _strings[chunk.U32(NodeHeader + 4)], (int)chunk.U32(8));
        element.Namespaces.AddRange(_pending);
        _pending.Clear();
        var first = NodeHeader + (long)chunk.U16(NodeHeader + 8);
        int size = chunk.U16(NodeHeader + 10);
        int count = chunk.U16(NodeHeader + 12);
        if (count > 0 && size < 20)
            throw chunk.Fault($"attributes of {size} bytes are too short", NodeHeader + 10);

        for (var i = 0; i < count; i++)
            element.Attributes.Add(ReadAttribute(chunk, first + ((long)i * size)));

        Attach(element, chunk);
        _open.Push(element);
        if (_open.Count > MaxDepth)
            throw chunk.Fault($"elements are nested deeper than {MaxDepth}", 0);
    }

    private void Attach(AxmlElement element, ChunkReader chunk)
    {
        if (_open.TryPeek(out var parent))
            parent.Children.Add(element);
        else if (_root is null)
            _root = element;
        else
            throw chunk.Fault("the document has two root elements", 0);
    }

    private AxmlAttribute ReadAttribute(ChunkReader chunk, long at)
    {
        var name = chunk.U32(at + 4);
        return new AxmlAttribute(
            _strings.Optional(chunk.U32(at)),
            _strings[name],
            name < (uint)_ids.Count ? _ids[(int)name] : 0,
            _strings.Optional(chunk.U32(at + 8)),
            TypedValueCodec.Read(chunk, at + 12, _strings));
    }

    private void End(ChunkReader chunk)
    {
        if (!_open.TryPop(out var element) || element.Name != _strings[chunk.U32(NodeHeader + 4)])
            throw chunk.Fault("an element ends without a start", 0);
    }
}
