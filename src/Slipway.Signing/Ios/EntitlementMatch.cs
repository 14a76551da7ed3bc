using System.Globalization;
using Slipway.Formats.Plist;

namespace Slipway.Signing.Ios;

/// <summary>Compares entitlements with those that a profile allows; a star at the end of a text matches anything.</summary>
internal static class EntitlementMatch
{
    public static bool Allows(PlistValue? allowed, PlistValue asked) => (allowed, asked) switch
    {
        (_, PlistBoolean { Value: false }) => allowed is null or PlistBoolean { Value: false },
        (null, _) => false,
        (PlistString pattern, PlistString text) => Matches(pattern.Value, text.Value),
        (PlistString pattern, PlistArray texts) => texts.All(t => t is PlistString text && Matches(pattern.Value, text.Value)),
        (PlistArray patterns, PlistArray values) => values.All(v => patterns.Any(p => Allows(p, v))),
        (PlistArray patterns, _) => patterns.Any(p => Allows(p, asked)),
        _ => allowed.Equals(asked),
    };

    /// <summary>Formats a value for messages.</summary>
    public static string Text(PlistValue value) => value switch
    {
        PlistString text => text.Value,
        PlistBoolean boolean => boolean.Value ? "true" : "false",
        PlistInteger number => number.Value.ToString(CultureInfo.InvariantCulture),
        PlistArray array => "[" + string.Join(", ", array.Select(Text)) + "]",
        PlistDictionary dictionary => "{" + string.Join(", ", dictionary.Keys) + "}",
        _ => "a value of another kind",
    };

    private static bool Matches(string pattern, string text) =>
        pattern.EndsWith('*') ? text.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == text;
}
