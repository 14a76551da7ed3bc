namespace Slipway.Formats.Plist;

/// <summary>
/// The document type declaration of property lists, which a reader does not need. Removes only its known spellings, byte for byte,
/// and only before the root element; the XML reader refuses any other declaration.
/// </summary>
internal static class PlistDoctype
{
    /// <summary>The declaration that <see cref="PlistXmlWriter"/> writes.</summary>
    public static ReadOnlySpan<byte> Standard =>
        "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"u8;

    private static ReadOnlySpan<byte> StandardSecure =>
        "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"https://www.apple.com/DTDs/PropertyList-1.0.dtd\">"u8;

    private static ReadOnlySpan<byte> FirstYears =>
        "<!DOCTYPE plist PUBLIC \"-//Apple Computer//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"u8;

    /// <summary>Returns the document with spaces in place of the declaration, so that positions in messages remain correct.</summary>
    public static ReadOnlyMemory<byte> Blank(ReadOnlyMemory<byte> document)
    {
        var start = SkipProlog(document.Span);
        var length = LengthAt(document.Span[start..]);
        if (length == 0)
            return document;
        var copy = document.ToArray();
        copy.AsSpan(start, length).Fill((byte)' ');
        return copy;
    }

    private static int LengthAt(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(Standard))
            return Standard.Length;
        if (text.StartsWith(StandardSecure))
            return StandardSecure.Length;
        return text.StartsWith(FirstYears) ? FirstYears.Length : 0;
    }

    /// <summary>Returns the position after a byte order mark, white space, comments and processing instructions.</summary>
    private static int SkipProlog(ReadOnlySpan<byte> text)
    {
        var at = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (true)
        {
            var rest = text[at..];
            var space = rest.IndexOfAnyExcept(" \t\r\n"u8);
            if (space < 0)
                return at;
            if (space > 0)
                at += space;
            else if (LengthOf(rest, "<?"u8, "?>"u8) is var instruction && instruction > 0)
                at += instruction;
            else if (LengthOf(rest, "<!--"u8, "-->"u8) is var comment && comment > 0)
                at += comment;
            else
                return at;
        }
    }

    private static int LengthOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> opening, ReadOnlySpan<byte> closing)
    {
        if (!text.StartsWith(opening))
            return 0;
        var end = text[opening.Length..].IndexOf(closing);
        return end < 0 ? 0 : opening.Length + end + closing.Length;
    }
}
