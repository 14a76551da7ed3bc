using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>
/// Reads string resources: white space outside quotes collapses, a backslash escapes, tags become styles
/// (rules of the public "String resources" page).
/// </summary>
internal sealed class StringText
{
    private const string Xliff = "urn:oasis:names:tc:xliff:document:1.2";
    private readonly StringBuilder _text = new();
    private readonly List<(int Depth, StringSpan Span)> _spans = [];
    private bool _quoted;
    private bool _pendingSpace;

    /// <summary>Returns the string in an element's content.</summary>
    public static StyledString Of(XElement element)
    {
        var text = new StringText();
        text.AppendContent(element, 0);
        return new StyledString(text._text.ToString(), [.. text._spans.OrderBy(s => s.Span.First).ThenBy(s => s.Depth).Select(s => s.Span)]);
    }

    /// <summary>Resolves escapes and quotes in text without tags.</summary>
    public static string Unescape(string value)
    {
        var text = new StringText();
        text.Append(value);
        return text._text.ToString();
    }

    /// <summary>Replaces every run of white space, including those at the ends, with one space.</summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                collapsed.Append(c);
            else if (collapsed.Length == 0 || collapsed[^1] != ' ')
                collapsed.Append(' ');
        }

        return collapsed.ToString();
    }

    private void AppendContent(XElement element, int depth)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
            {
                Append(text.Value);
            }
            else if (node is XElement { Name.NamespaceName: Xliff } placeholder)
            {
                AppendContent(placeholder, depth);
            }
            else if (node is XElement styled)
            {
                FlushSpace();
                var first = _text.Length;
                var place = _spans.Count;
                AppendContent(styled, depth + 1);
                FlushSpace();
                if (_text.Length > first)
                    _spans.Insert(place, (depth, new StringSpan(Tag(styled), first, _text.Length - 1)));
            }
        }
    }

    private static string Tag(XElement element) =>
        element.Name.LocalName + string.Concat(element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => $";{a.Name.LocalName}={a.Value}"));

    private void FlushSpace()
    {
        if (_pendingSpace && _text.Length > 0)
            _text.Append(' ');

        _pendingSpace = false;
    }

    private void Append(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                FlushSpace();
                _quoted = !_quoted;
            }
            else if (!_quoted && c is ' ' or '\t' or '\n' or '\r' && !_quoted)
            {
                _pendingSpace = true;
            }
            else
            {
                FlushSpace();
                i = c == '\\' ? AppendEscape(text, i + 1) : AppendPlain(c, i);
            }
        }
    }

    private int AppendPlain(char c, int at)
    {
        _text.Append(c);
        return at;
    }

    private int AppendEscape(string text, int at)
    {
        if (at >= text.Length)
            return at;

        switch (text[at])
        {
            case 'n':
                _text.Append('\n');
                break;
            case 't':
                _text.Append('\t');
                break;
            case 'u' when at + 4 < text.Length && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                _text.Append((char)unit);
                return at + 4;
            case '@' or '?' or '#' or '"' or '\'' or '\\':
                _text.Append(text[at]);
                break;
            default:
                break;
        }

        return at;
    }
}
