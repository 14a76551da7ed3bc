namespace Slipway.Formats.Xml;

/// <summary>An XML document that <see cref="SafeXml"/> refuses.</summary>
/// <param name="fault">The kind of refusal.</param>
/// <param name="reason">The reason in words: a sentence without a full stop.</param>
/// <param name="where">Name of the document, for example its path in the app.</param>
/// <param name="line">Line, counted from 1; 0 when unknown.</param>
/// <param name="column">Column, counted from 1; 0 when unknown.</param>
/// <param name="inner">The exception of the XML reader, when there was one.</param>
public sealed class XmlInputException(XmlFault fault, string reason, string? where, int line = 0, int column = 0, Exception? inner = null)
    : MalformedInputException("XML", reason, entry: where, inner: inner)
{
    /// <summary>The reason as a code.</summary>
    public XmlFault Fault { get; } = fault;

    /// <summary>Line, counted from 1; 0 when unknown.</summary>
    public int Line { get; } = line;

    /// <summary>Column, counted from 1; 0 when unknown.</summary>
    public int Column { get; } = column;
}

/// <summary>Reasons why an XML document is refused.</summary>
public enum XmlFault
{
    /// <summary>The text is not well-formed XML.</summary>
    Malformed,

    /// <summary>The document has a document type declaration; entities could reach files or grow without bound.</summary>
    DtdForbidden,

    /// <summary>The document is too large, too deep or has too many elements or attributes.</summary>
    TooComplex,
}
