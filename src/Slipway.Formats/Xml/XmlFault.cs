namespace Slipway.Formats.Xml;

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
