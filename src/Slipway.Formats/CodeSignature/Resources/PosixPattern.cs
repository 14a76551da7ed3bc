using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Formats.CodeSignature.Resources;

/// <summary>
/// Matches untrusted POSIX extended regular expressions (IEEE 1003.1, 9.4) in time that is linear in the text. They are rewritten
/// character by character for the platform's non-backtracking engine, so that no other syntax of the platform takes effect.
/// </summary>
internal static class PosixPattern
{
    private const int LongestPattern = 1024;

    /// <summary>Returns a function that searches a text for a pattern.</summary>
    /// <exception cref="MalformedInputException">The pattern is too long or malformed, or uses counted repetition or character classes.</exception>
    public static Func<string, bool> Compile(string pattern)
    {
        if (pattern.Length > LongestPattern)
            throw Fault(pattern[..80], "the pattern of a rule is too long");
        try
        {
            // No timeout is needed, because matching without backtracking takes linear time.
            return new Regex(Rewrite(pattern), RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant).IsMatch;
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            throw Fault(pattern, "the pattern of a rule is wrong");
        }
    }

    private static string Rewrite(string pattern)
    {
        var target = new StringBuilder(pattern.Length * 2);
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '$':
                    target.Append(@"\z");
                    break;
                case '^' or '.' or '|' or '*' or '+' or '?' or '(' or ')':
                    AppendOperator(target, pattern, at);
                    break;
                case '[':
                    at = AppendSet(target, pattern, at);
                    break;
                case '{':
                    throw Fault(pattern, "the pattern of a rule repeats by count, which is not supported");
                case '\\':
                    at++;
                    if (at == pattern.Length || char.IsAsciiLetterOrDigit(pattern[at]))
                        throw Fault(pattern, "the pattern of a rule escapes what has no special meaning");
                    AppendLiteral(target, pattern[at]);
                    break;
                default:
                    AppendLiteral(target, pattern[at]);
                    break;
            }
        }

        return target.ToString();
    }

    /// <summary>These operators mean the same in both syntaxes, except in sequence, where .NET has lazy repetition and group options.</summary>
    private static void AppendOperator(StringBuilder target, string pattern, int at)
    {
        var isRepetition = pattern[at] is '*' or '+' or '?';
        if (isRepetition && (at == 0 || (pattern[at - 1] is '(' or '|' or '^' or '*' or '+' or '?' && !IsEscaped(pattern, at - 1))))
            throw Fault(pattern, "the pattern of a rule repeats nothing");
        target.Append(pattern[at]);
    }

    private static bool IsEscaped(string pattern, int at)
    {
        var count = 0;
        while (at - count > 0 && pattern[at - count - 1] == '\\')
            count++;
        return count % 2 == 1;
    }

    /// <summary>Rewrites a bracket expression, in which POSIX has no escapes; returns the position of its end.</summary>
    private static int AppendSet(StringBuilder target, string pattern, int at)
    {
        target.Append('[');
        at++;
        if (at < pattern.Length && pattern[at] == '^')
        {
            target.Append('^');
            at++;
        }

        var first = at;
        for (; at < pattern.Length && (pattern[at] != ']' || at == first); at++)
        {
            if (pattern[at] == '[' && at + 1 < pattern.Length && pattern[at + 1] is ':' or '.' or '=')
                throw Fault(pattern, "the pattern of a rule names a class of characters, which is not supported");
            var isRange = pattern[at] == '-' && at > first && at + 1 < pattern.Length && pattern[at + 1] != ']';
            if (isRange)
                target.Append('-');
            else
                AppendLiteral(target, pattern[at]);
        }

        if (at >= pattern.Length)
            throw Fault(pattern, "the pattern of a rule has an open bracket");
        target.Append(']');
        return at;
    }

    private static void AppendLiteral(StringBuilder target, char letter) => target.Append($@"\u{(int)letter:x4}");

    private static MalformedInputException Fault(string pattern, string reason) => new("CodeResources", reason, entry: pattern);
}
