using System.Net;

namespace Slipway.Build.Read;

/// <summary>A start tag of a page.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Text">The text between the angle brackets.</param>
/// <param name="Line">Line of the page, from 1.</param>
/// <param name="Content">For scripts, styles, titles and similar elements, the text up to the end tag; otherwise empty.</param>
internal sealed record PageTag(string Name, string Text, int Line, string Content)
{
    /// <summary>Returns the value of an attribute; null when it is missing.</summary>
    public string? Attribute(string name)
    {
        for (var at = 0; (at = Text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
        {
            var rest = Text.AsSpan(at + name.Length).TrimStart();
            if (at == 0 || !char.IsWhiteSpace(Text[at - 1]) || rest is not ['=', ..])
                continue;
            rest = rest[1..].TrimStart();
            var value = rest is ['"' or '\'', ..] ? rest[1..] : rest;
            var end = rest is ['"' or '\'', ..] ? value.IndexOf(rest[0]) : value.IndexOfAny(' ', '\t', '\n');
            return WebUtility.HtmlDecode((end < 0 ? value : value[..end]).ToString());
        }

        return null;
    }
}
