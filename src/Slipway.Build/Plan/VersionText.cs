using System.Globalization;

namespace Slipway.Build.Plan;

/// <summary>Reads versions of apps: one to four numbers with dots, and an optional suffix after a hyphen or plus.</summary>
internal static class VersionText
{
    /// <summary>Highest version code that Google Play accepts.</summary>
    public const int HighestCode = 2_100_000_000;

    /// <summary>Returns the numbers of a version; null when the text is not one.</summary>
    public static IReadOnlyList<int>? Parse(string text)
    {
        if (text.Length > 50)
            return null;
        var end = text.AsSpan().IndexOfAny('-', '+');
        if (end >= 0 && !IsSuffix(text.AsSpan(end + 1)))
            return null;
        var parts = (end < 0 ? text : text[..end]).Split('.');
        var numbers = new List<int>();
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            numbers.Add(number);
        }

        return numbers.Count <= 4 ? numbers : null;
    }

    /// <summary>
    /// Returns the version code that Cordova derives from any text: major * 10000 + minor * 100 + patch, where a part that is not a number counts as
    /// 0.
    /// </summary>
    public static long DeriveCode(string version)
    {
        var numbers = Parse(version) ?? [.. version.Split('-')[0].Split('.').Select(NumberOrZero)];
        return (numbers[0] * 10000L) + (numbers.ElementAtOrDefault(1) * 100L) + numbers.ElementAtOrDefault(2);
    }

    private static int NumberOrZero(string part) => int.TryParse(part.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool IsSuffix(ReadOnlySpan<char> suffix)
    {
        foreach (var c in suffix)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '+'))
                return false;
        }

        return suffix.Length > 0;
    }
}
