using System.Buffers;
using System.Collections.Frozen;

namespace Slipway.Worker.Redaction;

/// <summary>Searches a text for many strings at once.</summary>
internal sealed class SecretSearch
{
    private readonly SearchValues<string> _values;
    private readonly FrozenDictionary<char, string[]> _byFirst;
    private readonly StringComparison _comparison;

    public SecretSearch(IEnumerable<string> values, StringComparison comparison)
    {
        var all = values.Distinct(StringComparer.FromComparison(comparison)).ToArray();
        _comparison = comparison;
        _values = SearchValues.Create(all, comparison);
        _byFirst = all.GroupBy(v => Fold(v[0])).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(v => v.Length).ToArray());
        Longest = all.Length == 0 ? 0 : all.Max(v => v.Length);
    }

    /// <summary>Length of the longest string in characters.</summary>
    public int Longest { get; }

    /// <summary>Marks all characters that belong to one of the strings, even if several overlap.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="covered">The marks; created at the first match.</param>
    /// <param name="from">Index at which the first match may begin.</param>
    /// <param name="standingAlone">Whether to match only strings without a letter or digit beside them.</param>
    public void Cover(string text, ref bool[]? covered, int from, bool standingAlone = false)
    {
        if (Longest == 0)
            return;
        for (var at = from; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(_values);
            if (next < 0)
                return;
            at += next;
            var length = LengthAt(text, at, standingAlone);
            if (length > 0)
                (covered ??= new bool[text.Length]).AsSpan(at, length).Fill(true);
            at++;
        }
    }

    private int LengthAt(string text, int at, bool standingAlone)
    {
        foreach (var value in _byFirst.GetValueOrDefault(Fold(text[at]), []))
        {
            if (text.AsSpan(at).StartsWith(value, _comparison) && (!standingAlone || IsAlone(text, at, value.Length)))
                return value.Length;
        }

        return 0;
    }

    private static bool IsAlone(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    private char Fold(char c) => _comparison == StringComparison.Ordinal ? c : char.ToUpperInvariant(c);
}
