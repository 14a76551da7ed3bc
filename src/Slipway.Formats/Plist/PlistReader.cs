using Slipway.Formats.Xml;

namespace Slipway.Formats.Plist;

/// <summary>Reads property lists of strangers, in both forms that Apple's systems use: XML and binary (<c>bplist00</c>).</summary>
public static class PlistReader
{
    /// <summary>Largest property list, in bytes.</summary>
    public const int MaxBytes = SafeXml.MaxBytes;

    /// <summary>Deepest nesting of arrays and dictionaries.</summary>
    public const int MaxDepth = 128;

    /// <summary>Most values, keys included; a value that a binary list uses several times counts each time.</summary>
    public const int MaxValues = SafeXml.MaxElements;

    /// <summary>The format's name in messages.</summary>
    internal const string Format = "property list";

    /// <summary>Reads a property list of either form.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="where">Its name for messages.</param>
    /// <exception cref="MalformedInputException">It is refused.</exception>
    public static PlistValue Read(ReadOnlyMemory<byte> bytes, string? where = null)
    {
        if (bytes.Length > MaxBytes)
            throw new MalformedInputException(Format, $"it has {bytes.Length} bytes, more than {MaxBytes}", entry: where);
        return BinaryPlistReader.IsBinary(bytes.Span) ? new BinaryPlistReader(bytes, where).Read() : XmlPlistReader.Read(bytes, where);
    }

    /// <summary>Reads a property list of either form whose top is a dictionary.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="where">Its name for messages.</param>
    /// <exception cref="MalformedInputException">It is refused, or its top is something else.</exception>
    public static PlistDictionary ReadDictionary(ReadOnlyMemory<byte> bytes, string? where = null) =>
        Read(bytes, where) as PlistDictionary ?? throw new MalformedInputException(Format, "the top is not a dictionary", entry: where);
}
