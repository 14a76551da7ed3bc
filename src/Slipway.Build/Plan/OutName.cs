using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Plan;

/// <summary>Makes the file names of packages: <c>name-version-type.format</c> in letters, digits, '-' and '_'.</summary>
internal static class OutName
{
    private const int Longest = 60;

    public static string For(string name, string version, MobileBuildType type, string format)
    {
        var reduced = Reduce(name, lower: true);
        var isCut = reduced.Length is 0 or > Longest || NameHash.IsNeeded(name);
        return $"{(reduced.Length == 0 ? "app" : Shorten(reduced))}{(isCut ? "-" + NameHash.Of(name) : "")}-{Shorten(Reduce(version, lower: false, '.'))}-{type.ToString().ToLowerInvariant()}.{format}";
    }

    private static string Reduce(string text, bool lower, char also = '_')
    {
        var result = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || c == also)
                result.Append(lower ? char.ToLowerInvariant(c) : c);
            else if (result.Length > 0 && result[^1] != '-')
                result.Append('-');
        }

        return result.ToString().Trim('-');
    }

    private static string Shorten(string text) => text.Length > Longest ? text[..Longest] : text;
}

/// <summary>
/// Hashes names with letters outside ASCII, which ids cannot contain. Without the hash, two apps with Japanese titles would share an id,
/// and one would replace the other on the phone.
/// </summary>
internal static class NameHash
{
    private const int Bytes = 4;

    /// <summary>Returns a few digits and letters that depend only on the name.</summary>
    public static string Of(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, Bytes));

    /// <summary>Returns whether a name has letters, digits or symbols outside ASCII.</summary>
    public static bool IsNeeded(string name) => name.EnumerateRunes().Any(rune => !rune.IsAscii && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.OtherSymbol);
}
