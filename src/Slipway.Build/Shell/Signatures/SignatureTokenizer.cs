using System.Globalization;
using System.Text;
using Slipway.Formats;

namespace Slipway.Build.Shell.Signatures;

/// <summary>Splits a signature text into tokens and drops comments and white space.</summary>
internal sealed class SignatureTokenizer(string text, string? name)
{
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _words =
        new Dictionary<string, string>().GetAlternateLookup<ReadOnlySpan<char>>();

    private int _at;

    public SignatureToken Next()
    {
        SkipBlank();
        if (_at >= text.Length)
            return new(SignatureTokenKind.End, "", text.Length);

        var start = _at;
        var first = text[_at];
        if (first is '"' or '\'')
            return new(SignatureTokenKind.Text, ReadQuoted(first), start);

        if (char.IsAsciiDigit(first) || (first == '-' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1])))
            return new(SignatureTokenKind.Number, ReadNumber(), start);

        if (IsWord(first))
            return new(SignatureTokenKind.Word, ReadWord(), start);

        _at += AtEllipsis() ? 3 : 1;
        return new(SignatureTokenKind.Punctuation, Shared(start), start);
    }

    public MalformedInputException Fault(string reason, int offset) => new("API signatures", reason, offset, name);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private bool AtEllipsis() => string.CompareOrdinal(text, _at, "...", 0, 3) == 0;

    private void SkipBlank()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }
            else if (string.CompareOrdinal(text, _at, "//", 0, 2) == 0)
            {
                var end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Reads a name with its dots; the dots of <c>int...</c> are not part of it.</summary>
    private string ReadWord()
    {
        var start = _at;
        while (_at < text.Length && (IsWord(text[_at]) || (text[_at] == '.' && !AtEllipsis())))
            _at++;

        return Shared(start);
    }

    private string ReadNumber()
    {
        var start = _at++;
        while (_at < text.Length && (IsWord(text[_at]) || text[_at] == '.' || (text[_at] is '-' or '+' && text[_at - 1] is 'E' or 'e')))
            _at++;

        return text[start.._at];
    }

    private string Shared(int start)
    {
        var span = text.AsSpan(start, _at - start);
        if (!_words.TryGetValue(span, out var word))
        {
            word = span.ToString();
            _words[span] = word;
        }

        return word;
    }

    private string ReadQuoted(char quote)
    {
        var start = _at++;
        var value = new StringBuilder();
        while (_at < text.Length && text[_at] != quote && text[_at] != '\n')
            value.Append(text[_at] == '\\' ? ReadEscape() : text[_at++]);

        if (_at >= text.Length || text[_at] != quote)
            throw Fault("a quoted text has no end", start);

        _at++;
        return value.ToString();
    }

    private char ReadEscape()
    {
        var start = _at++;
        var kind = _at < text.Length ? text[_at++] : '\0';
        switch (kind)
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'b': return '\b';
            case 'f': return '\f';
            case '"' or '\'' or '\\': return kind;
            case 'u' when _at + 4 <= text.Length
                && ushort.TryParse(text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                _at += 4;
                return (char)unit;
            default: throw Fault("unknown escape", start);
        }
    }
}
