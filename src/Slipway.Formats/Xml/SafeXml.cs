using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Slipway.Formats.Xml;

/// <summary>
/// Reads all untrusted XML: no document type declaration, no resolver, and limits on size, depth, elements and attributes that are
/// checked before a tree is built. Elements keep their line numbers.
/// </summary>
public static class SafeXml
{
    /// <summary>Largest document, in bytes.</summary>
    public const int MaxBytes = 8 << 20;

    /// <summary>Limit on the nesting of elements.</summary>
    public const int MaxDepth = 200;

    /// <summary>Limit on the elements in a document.</summary>
    public const int MaxElements = 200_000;

    /// <summary>Limit on the attributes in a document.</summary>
    public const int MaxAttributes = 400_000;

    /// <summary>Limit on the length of an attribute's value, in characters.</summary>
    public const int MaxAttributeLength = 1 << 20;

    /// <summary>Limit on the characters that entities of a document expand to.</summary>
    public const int MaxEntityCharacters = 1 << 16;

    // For encodings such as Shift_JIS and windows-1252.
    static SafeXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a document from bytes in any encoding that XML declares.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="where">Its name for messages, for example the path in the app.</param>
    /// <param name="encoding">Its encoding, which overrides the declared one; null to use the declared one.</param>
    /// <param name="namespaces">Namespaces of prefixes that the document does not declare.</param>
    /// <returns>The tree, with line information, without insignificant white space.</returns>
    /// <exception cref="XmlInputException">The document is refused.</exception>
    public static XDocument Load(ReadOnlyMemory<byte> bytes, string? where = null, Encoding? encoding = null, Func<string, string>? namespaces = null)
    {
        if (bytes.Length > MaxBytes)
            throw new XmlInputException(XmlFault.TooComplex, $"the document has {bytes.Length} bytes, more than {MaxBytes}", where);

        return Load(bytes.ToArray(), where, new Reading(encoding, namespaces));
    }

    /// <summary>
    /// Reads a document that may declare entities, like those of Illustrator. Entities expand to at most
    /// <see cref="MaxEntityCharacters"/> characters, and nothing outside of the document is read. White space is kept, because texts
    /// in pictures need it.
    /// </summary>
    /// <param name="bytes">The document.</param>
    /// <param name="where">Its name for messages.</param>
    /// <returns>The tree, with line information.</returns>
    /// <exception cref="XmlInputException">The document is refused.</exception>
    public static XDocument LoadWithEntities(ReadOnlyMemory<byte> bytes, string? where = null) => bytes.Length > MaxBytes
        ? throw new XmlInputException(XmlFault.TooComplex, $"the document has {bytes.Length} bytes, more than {MaxBytes}", where)
        : Load(bytes.ToArray(), where, new Reading(null, null, DtdProcessing.Parse));

    /// <summary>Reads a document from a stream, at most <see cref="MaxBytes"/> of it.</summary>
    /// <param name="stream">The document.</param>
    /// <param name="where">Its name for messages.</param>
    /// <returns>The tree, with line information.</returns>
    /// <exception cref="XmlInputException">The document is refused.</exception>
    public static XDocument Load(Stream stream, string? where = null)
    {
        var bytes = new byte[MaxBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Load(bytes.AsMemory(0, length), where);
    }

    private static XDocument Load(byte[] bytes, string? where, Reading reading)
    {
        try
        {
            using (var reader = Open(bytes, reading, reading.Dtd))
                CheckBudgets(reader, where);

            using var again = Open(bytes, reading, reading.Dtd);
            return XDocument.Load(again, reading.Dtd == DtdProcessing.Parse ? LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace : LoadOptions.SetLineInfo);
        }
        catch (XmlException exception)
        {
            var fault = reading.Dtd == DtdProcessing.Parse ? FaultOfEntities(exception)
                : IsRefusedForItsDtd(bytes, reading, exception) ? XmlFault.DtdForbidden : XmlFault.Malformed;
            var reason = fault switch
            {
                XmlFault.DtdForbidden => "a document type declaration is not allowed",
                XmlFault.TooComplex => $"its entities expand to more than {MaxEntityCharacters} characters",
                _ => exception.Message.TrimEnd('.'),
            };
            throw new XmlInputException(fault, reason, where, exception.LineNumber, exception.LinePosition, exception);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new XmlInputException(XmlFault.Malformed, "the encoding of the document cannot be read", where, inner: exception);
        }
    }

    private static XmlReader Open(byte[] bytes, Reading reading, DtdProcessing dtd)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = dtd,
            XmlResolver = null,
            MaxCharactersInDocument = MaxBytes,
            MaxCharactersFromEntities = dtd == DtdProcessing.Parse ? MaxEntityCharacters : 1024,
            CloseInput = true,
            IgnoreWhitespace = false,
        };
        var stream = new MemoryStream(bytes, writable: false);
        var context = reading.Namespaces is { } namespaces ? new XmlParserContext(null, new DefaultNamespaces(namespaces), null, XmlSpace.None) : null;
        return reading.Encoding is { } encoding ? XmlReader.Create(new StreamReader(stream, encoding), settings, context) : XmlReader.Create(stream, settings, context);
    }

    private static void CheckBudgets(XmlReader reader, string? where)
    {
        var elements = 0;
        var attributes = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;

            Check(reader, reader.Depth < MaxDepth, $"elements are nested deeper than {MaxDepth}", where);
            Check(reader, ++elements <= MaxElements, $"there are more than {MaxElements} elements", where);
            attributes += reader.AttributeCount;
            Check(reader, attributes <= MaxAttributes, $"there are more than {MaxAttributes} attributes", where);
            while (reader.MoveToNextAttribute())
                Check(reader, reader.Value.Length <= MaxAttributeLength, $"an attribute is longer than {MaxAttributeLength} characters", where);
        }
    }

    private static void Check(XmlReader reader, bool holds, string reason, string? where)
    {
        if (!holds)
        {
            var place = (IXmlLineInfo)reader;
            throw new XmlInputException(XmlFault.TooComplex, reason, where, place.LineNumber, place.LinePosition);
        }
    }

    /// <summary>Detects an exceeded limit by the exception's message, because XmlException has no code.</summary>
    private static XmlFault FaultOfEntities(XmlException exception) =>
        exception.Message.Contains(nameof(XmlReaderSettings.MaxCharactersFromEntities), StringComparison.Ordinal) ? XmlFault.TooComplex : XmlFault.Malformed;

    /// <summary>Detects a document type declaration by reading again with declarations skipped, because XmlException has no code.</summary>
    private static bool IsRefusedForItsDtd(byte[] bytes, Reading reading, XmlException refusal)
    {
        try
        {
            using var reader = Open(bytes, reading, DtdProcessing.Ignore);
            while (reader.Read() && reader.NodeType != XmlNodeType.Element)
            {
            }

            var place = (IXmlLineInfo)reader;
            return (place.LineNumber, place.LinePosition).CompareTo((refusal.LineNumber, refusal.LinePosition)) > 0;
        }
        catch (XmlException later)
        {
            return (later.LineNumber, later.LinePosition).CompareTo((refusal.LineNumber, refusal.LinePosition)) > 0;
        }
    }

    private readonly record struct Reading(Encoding? Encoding, Func<string, string>? Namespaces, DtdProcessing Dtd = DtdProcessing.Prohibit);

    private sealed class DefaultNamespaces(Func<string, string> otherwise) : XmlNamespaceManager(new NameTable())
    {
        public override string? LookupNamespace(string prefix) => base.LookupNamespace(prefix) ?? (prefix.Length == 0 ? null : otherwise(prefix));
    }
}
