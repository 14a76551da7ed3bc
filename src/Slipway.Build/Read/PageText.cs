using System.Text;
using System.Text.RegularExpressions;
using Slipway.Formats.Text;

namespace Slipway.Build.Read;

/// <summary>
/// Decodes a page as browsers do (https://html.spec.whatwg.org/#determining-the-character-encoding): by its byte order mark, otherwise
/// by the encoding that it declares within its first kilobyte, otherwise as UTF-8 or, when it is not valid UTF-8, as windows-1252.
/// </summary>
internal static partial class PageText
{
    private const int Declaration = 1024;

    public static string Read(ReadOnlySpan<byte> bytes, bool moreFollow)
    {
        var encoding = TextEncodings.OfMark(bytes)
            ?? (Declared(bytes[..Math.Min(bytes.Length, Declaration)]) is { } label ? TextEncodings.Find(label) : null)
            ?? TextEncodings.Find(TextEncodings.IsUtf8(bytes, moreFollow) ? "utf-8" : "windows-1252")!;
        return TextEncodings.Decode(bytes, encoding);
    }

    // A declaration that is readable as one-byte characters cannot be in UTF-16.
    private static string? Declared(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        var label = text.StartsWith("<?xml", StringComparison.Ordinal) && XmlDeclaration.Match(text) is { Success: true } xml ? xml.Groups["label"].Value : DeclaredByTag(text);
        return label is not null && label.Trim().StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : label;
    }

    private static string? DeclaredByTag(string head)
    {
        foreach (var tag in PageTags.Read(head).Where(tag => tag.Name == "meta"))
        {
            if (tag.Attribute("http-equiv") is { } header)
            {
                if (header.Equals("content-type", StringComparison.OrdinalIgnoreCase)
                    && tag.Attribute("content") is { } content && Charset.Match(content) is { Success: true } match)
                {
                    return match.Groups["label"].Value;
                }
            }
            else if (tag.Attribute("charset") is { Length: > 0 } charset)
            {
                return charset;
            }
        }

        return null;
    }

    [GeneratedRegex("""^<\?xml[^>]*?\sencoding\s*=\s*["'](?<label>[^"'>]+)["']""", RegexOptions.ExplicitCapture)]
    private static partial Regex XmlDeclaration { get; }

    [GeneratedRegex("""charset\s*=\s*["']?(?<label>[^\s;"']+)""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Charset { get; }
}
