using Slipway.Formats.Xml;

namespace Slipway.Formats.Plist;

/// <summary>Reads untrusted property lists, in both forms that Apple's systems use: XML and binary (<c>bplist00</c>).</summary>
public static class PlistReader
{
    /// <summary>Largest property list, in bytes.</summary>
    public const int MaxBytes = SafeXml.MaxBytes;

    /// <summary>Limit on the nesting of arrays and dictionaries.</summary>
    public const int MaxDepth = 128;

    /// <summary>Limit on the number of values, including keys; every use of a value in a binary list counts.</summary>
    public const int MaxValues = SafeXml.MaxElements;

    /// <summary>The format's name in messages.</summary>
    internal const string Format = "property list";

    /// <summary>Reads a property list of either form.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="where">Its name for messages.</param>
    /// <exception cref="MalformedInputException">The file is refused.</exception>
    public static PlistValue Read(ReadOnlyMemory<byte> bytes, string? where = null)
    {
        if (bytes.Length > MaxBytes)
            throw new MalformedInputException(Format, $"it has {bytes.Length} bytes, more than {MaxBytes}", entry: where);
        return BinaryPlistReader.IsBinary(bytes.Span) ? new BinaryPlistReader(bytes, where).Read() : XmlPlistReader.Read(bytes, where);
    }

    /// <summary>Reads a property list of either form whose top is a dictionary.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="where">Its name for messages.</param>
    /// <exception cref="MalformedInputException">The file is refused, or its top value is not a dictionary.</exception>
    public static PlistDictionary ReadDictionary(ReadOnlyMemory<byte> bytes, string? where = null) =>
        Read(bytes, where) as PlistDictionary ?? throw new MalformedInputException(Format, "the top is not a dictionary", entry: where);
}
